# Two stages: the first has the tools that install, the second only what runs.
FROM python:3.11-slim-bookworm AS build
WORKDIR /src

# What changes seldom comes first, so that a change of the program does not install every dependency again.
COPY requirements-uv.lock requirements.lock ./
RUN python -m venv /opt/uv \
 && /opt/uv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements-uv.lock \
 && /opt/uv/bin/uv venv /opt/minori \
 && /opt/uv/bin/uv pip install --no-cache --python /opt/minori/bin/python --require-hashes -r requirements.lock

COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY prompts prompts
COPY knowledge knowledge
# The image is not built from data files that do not pass.
RUN /opt/uv/bin/uv pip install --no-cache --python /opt/minori/bin/python --no-deps --no-build-isolation . \
 && /opt/minori/bin/minori check


FROM python:3.11-slim-bookworm
RUN useradd --uid 10001 --create-home --shell /usr/sbin/nologin minori \
 && install --directory --owner minori --group minori --mode 0700 /data
COPY --from=build /opt/minori /opt/minori
ENV PATH="/opt/minori/bin:${PATH}" \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    MINORI_DATA_DIR=/data
USER minori
WORKDIR /home/minori
VOLUME ["/data"]
HEALTHCHECK --interval=60s --timeout=20s --start-period=60s --retries=3 CMD ["minori", "doctor"]
ENTRYPOINT ["minori"]
CMD ["chat"]

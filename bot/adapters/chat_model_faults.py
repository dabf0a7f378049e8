"""What a provider's exceptions mean, by class, status and nothing else: their text may repeat the prompt or the key."""

from __future__ import annotations

from bot.core.answering.chat_port import ChatModelUnavailable, ModelFault

_BY_CLASS = {
    "ModelAuthenticationError": ModelFault.KEY_REFUSED,
    "ModelPermissionDeniedError": ModelFault.KEY_REFUSED,
    "ModelNotFoundError": ModelFault.NOT_FOUND,
    "ModelRateLimitError": ModelFault.BUSY,
    "ModelTimeoutError": ModelFault.TIMED_OUT,
    "ModelAPIError": ModelFault.SERVER_ERROR,
    "ModelConnectionError": ModelFault.UNREACHABLE,
    "ContextOverflowError": ModelFault.TOO_LONG,
    "ModelInvalidRequestError": ModelFault.BAD_SETTING,
    "APITimeoutError": ModelFault.TIMED_OUT,
    "TimeoutException": ModelFault.TIMED_OUT,
    "TimeoutError": ModelFault.TIMED_OUT,
    "APIConnectionError": ModelFault.UNREACHABLE,
    "ConnectError": ModelFault.UNREACHABLE,
    "ConnectionError": ModelFault.UNREACHABLE,
    "RemoteProtocolError": ModelFault.UNREACHABLE,
    "ReadError": ModelFault.UNREACHABLE,
    "ContentFilterFinishReasonError": ModelFault.REFUSED,
}
_BY_STATUS = {
    400: ModelFault.BAD_SETTING,
    401: ModelFault.KEY_REFUSED,
    403: ModelFault.KEY_REFUSED,
    404: ModelFault.NOT_FOUND,
    408: ModelFault.TIMED_OUT,
    413: ModelFault.TOO_LONG,
    422: ModelFault.BAD_SETTING,
    429: ModelFault.BUSY,
    529: ModelFault.BUSY,
}
_PASSING = frozenset({ModelFault.UNREACHABLE, ModelFault.SERVER_ERROR})


def fault_of(error: BaseException) -> ChatModelUnavailable:
    """Translate any exception of a call. What nobody knows counts as a malformed answer."""
    if isinstance(error, ChatModelUnavailable):
        return error
    status = _status(error)
    name = type(error).__name__
    detail = f"{name}, {status}" if status else name
    if status in _BY_STATUS:
        return ChatModelUnavailable(_BY_STATUS[status], detail)
    if status is not None and status >= 500:
        return ChatModelUnavailable(ModelFault.SERVER_ERROR, detail)
    known = (_BY_CLASS[parent.__name__] for parent in type(error).__mro__ if parent.__name__ in _BY_CLASS)
    return ChatModelUnavailable(next(known, ModelFault.MALFORMED), detail)


def is_worth_a_retry(error: BaseException) -> bool:
    """True for a connection that broke and a server that stumbled. A busy server is not asked again at once."""
    return fault_of(error).fault in _PASSING


def _status(error: BaseException) -> int | None:
    for name in ("status_code", "code"):
        status = getattr(error, name, None)
        if isinstance(status, int) and not isinstance(status, bool) and 400 <= status <= 599:
            return status
    return None

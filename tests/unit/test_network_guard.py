"""The guard itself: a test without network cannot reach one."""

from __future__ import annotations

import socket

import pytest

from tests.conftest import NetworkGuard, NetworkRefused


@pytest.mark.parametrize("host", ["127.0.0.1", "192.0.2.1"])
def test_no_connection_leaves_a_test(network: NetworkGuard, host: str) -> None:
    with socket.socket() as plug, pytest.raises(NetworkRefused):
        plug.connect((host, 9))
    network.refused.clear()


def test_no_name_is_looked_up(network: NetworkGuard) -> None:
    with pytest.raises(NetworkRefused):
        socket.getaddrinfo("service.invalid", 443)
    network.refused.clear()


@pytest.mark.loopback
def test_the_marker_opens_this_machine_and_no_other(network: NetworkGuard) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket() as plug:
        plug.connect(server.getsockname())
        assert network.refused == []
    with socket.socket() as plug, pytest.raises(NetworkRefused):
        plug.connect(("192.0.2.1", 9))
    network.refused.clear()

"""Tries to get out of a sandbox, and prints what worked: one line an attack, "NAME possible" or "NAME stopped"."""
import ctypes
import json
import os
import pathlib
import socket
import sys

target = json.loads(pathlib.Path(sys.argv[1]).read_text())
libc = ctypes.CDLL(None, use_errno=True)
MACHINE = os.uname().machine
CALLS = {
    "x86_64": {"keyctl": 250, "bpf": 321, "userfaultfd": 323, "unshare": 272, "mount": 165},
    "aarch64": {"keyctl": 219, "bpf": 280, "userfaultfd": 282, "unshare": 97, "mount": 40},
}


def attack(name, *ways):
    print(name, "possible" if any(succeeds(way) for way in ways) else "stopped", flush=True)


def succeeds(way):
    try:
        return way()
    except OSError:
        return False


def inside(name, *ways):
    """Would change the host itself, so it is tried in a sandbox only."""
    attack(name, *(ways if target["sandboxed"] else ()))


def connects(family, address):
    def way():
        with socket.socket(family, socket.SOCK_STREAM) as s:
            s.settimeout(2)
            s.connect(address)
            return True
    return way


def routed(family, address):
    """A connected UDP socket sends nothing; it only needs a route."""
    def way():
        with socket.socket(family, socket.SOCK_DGRAM) as s:
            s.connect((address, 53))
            return True
    return way


def reads(path):
    return lambda: target["secret"] in pathlib.Path(path).read_text()


def writes(path):
    def way():
        with open(path, "w") as f:
            f.write("written from inside")
        return True
    return way


def calls(name, *arguments):
    def way():
        return libc.syscall(CALLS[MACHINE][name], *arguments) >= 0
    return way


def opens(family):
    def way():
        socket.socket(family, socket.SOCK_STREAM if family == 40 else socket.SOCK_SEQPACKET).close()
        return True
    return way


def signals():
    os.kill(target["worker"], 0)
    return b"java" in pathlib.Path("/proc/%d/cmdline" % target["worker"]).read_bytes()


def unlimited(directory):
    def way():
        (pathlib.Path(directory) / "fill").write_text("x")
        size = os.statvfs(directory)
        return size.f_blocks * size.f_frsize > 1 << 30
    return way


def outlives():
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            quiet = os.open("/dev/null", os.O_RDWR)
            for stream in range(3):
                os.dup2(quiet, stream)
            os.execv("/bin/sleep", [target["mark"], "300"])
        os._exit(0)
    os.wait()
    return False


T = socket.AF_INET
attack("READ_HOME", reads(target["home_file"]))
attack("READ_TOKEN", reads(target["token"]))
attack("READ_OTHER_WORKSPACE", reads(target["other"] + "/file"))
attack("WRITE_OTHER_WORKSPACE", writes(target["other"] + "/written"))
attack("WRITE_SHADOW", writes(target["shadow"] + "/written"))
inside("WRITE_SYSTEM", writes("/usr/pawl-attack"), writes("/etc/pawl-attack"))
attack("UNIX_SOCKET", connects(socket.AF_UNIX, target["unix"]))
attack("ABSTRACT_SOCKET", connects(socket.AF_UNIX, "\0" + target["abstract"]))
attack("LOOPBACK", connects(T, ("127.0.0.1", target["port"])), connects(socket.AF_INET6, ("::1", target["port"])))
attack("HOST_ADDRESS", *[connects(T, (a, target["port"])) for a in target["addresses"] + ["169.254.2.1"]])
attack("PRIVATE_NETWORK", *[routed(T, a) for a in ("10.0.0.1", "172.16.0.1", "192.168.0.1", "100.64.0.1")])
attack("METADATA", *[routed(T, a) for a in ("169.254.169.254", "168.63.129.16")])
attack("UDP", routed(T, "9.9.9.9"))
attack("IPV6", routed(socket.AF_INET6, "2620:fe::fe"))
attack("SIGNAL", signals)
attack("OUTLIVE", outlives)
inside("FILL_MEMORY", *[unlimited(d) for d in ("/tmp", "/dev/shm", "/run", "/dev")])
inside("NAMESPACE", calls("unshare", 0x10000000))
inside("MOUNT", calls("mount", b"none", b"/tmp", b"tmpfs", 0, None))
inside("KERNEL", calls("keyctl", 0, -3, 0), calls("userfaultfd", 1), opens(40), opens(38))

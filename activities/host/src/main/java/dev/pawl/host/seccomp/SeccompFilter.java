package dev.pawl.host.seccomp;

import java.util.List;

/**
 * Refuses the system calls by which a sandboxed program could change its sandbox, reach parts of the kernel that have
 * no namespace, or look into other processes. Everything else is allowed: an agent runs any build.
 */
public final class SeccompFilter {
    private static final int EPERM = 1;
    private static final int ENOSYS = 38;
    private static final int EAFNOSUPPORT = 97;

    private static final int X32_BIT = 0x40000000;

    /** CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID and NEWNET. */
    private static final int NEW_NAMESPACES = 0x7E020000;

    /** Only of unshare: clone uses these bits for a signal. */
    private static final int NEW_TIME_NAMESPACE = 0x80;

    private static final List<Integer> ATTACH_AND_SEIZE = List.of(16, 0x4206);

    /** They put characters into a terminal, or select its text: TIOCSTI and TIOCLINUX. */
    private static final List<Integer> TERMINAL_INPUT = List.of(0x5412, 0x541C);

    /** UNIX, INET, INET6 and NETLINK. Others (VSOCK, ALG, PACKET) have no network namespace or need a privilege. */
    private static final List<Integer> FAMILIES = List.of(1, 2, 10, 16);

    private static final List<Syscall> MOUNTS = List.of(
            Syscall.MOUNT,
            Syscall.UMOUNT2,
            Syscall.PIVOT_ROOT,
            Syscall.CHROOT,
            Syscall.OPEN_TREE,
            Syscall.MOVE_MOUNT,
            Syscall.FSOPEN,
            Syscall.FSCONFIG,
            Syscall.FSMOUNT,
            Syscall.FSPICK,
            Syscall.MOUNT_SETATTR,
            Syscall.SETNS);

    /** Programs use these if they exist, and do without them if not. */
    private static final List<Syscall> OPTIONAL =
            List.of(Syscall.IO_URING_SETUP, Syscall.IO_URING_ENTER, Syscall.IO_URING_REGISTER, Syscall.PIDFD_GETFD);

    private static final List<Syscall> PRIVILEGED = List.of(
            Syscall.OPEN_BY_HANDLE_AT,
            Syscall.ADD_KEY,
            Syscall.REQUEST_KEY,
            Syscall.KEYCTL,
            Syscall.BPF,
            Syscall.PERF_EVENT_OPEN,
            Syscall.USERFAULTFD,
            Syscall.PROCESS_VM_READV,
            Syscall.PROCESS_VM_WRITEV,
            Syscall.KCMP,
            Syscall.KEXEC_LOAD,
            Syscall.KEXEC_FILE_LOAD,
            Syscall.INIT_MODULE,
            Syscall.FINIT_MODULE,
            Syscall.DELETE_MODULE,
            Syscall.SWAPON,
            Syscall.SWAPOFF,
            Syscall.REBOOT,
            Syscall.ACCT,
            Syscall.SYSLOG,
            Syscall.QUOTACTL,
            Syscall.QUOTACTL_FD,
            Syscall.SETTIMEOFDAY,
            Syscall.CLOCK_SETTIME,
            Syscall.SETHOSTNAME,
            Syscall.SETDOMAINNAME,
            Syscall.VHANGUP,
            Syscall.LOOKUP_DCOOKIE,
            Syscall.FANOTIFY_INIT,
            Syscall.IOPL,
            Syscall.IOPERM);

    private final Architecture architecture;

    public SeccompFilter(Architecture architecture) {
        this.architecture = architecture;
    }

    /** In the form that the kernel reads. */
    public byte[] bytes() {
        return program().bytes();
    }

    BpfProgram program() {
        BpfProgram program = new BpfProgram().onlyOn(architecture.audit(), ENOSYS);
        if (architecture == Architecture.X86_64) {
            program.failFrom(X32_BIT, ENOSYS);
        }
        fail(program, PRIVILEGED, EPERM);
        fail(program, MOUNTS, EPERM);
        fail(program, OPTIONAL, ENOSYS);
        return program.failIfOneOf(number(Syscall.PTRACE), 0, ATTACH_AND_SEIZE, EPERM)
                .failIfOneOf(number(Syscall.IOCTL), 1, TERMINAL_INPUT, EPERM)
                .failIfAny(number(Syscall.CLONE), 0, NEW_NAMESPACES, EPERM)
                .failIfAny(number(Syscall.UNSHARE), 0, NEW_NAMESPACES | NEW_TIME_NAMESPACE, EPERM)
                // Its flags are in memory, where a filter cannot look; the C library falls back to clone.
                .fail(number(Syscall.CLONE3), ENOSYS)
                .failUnlessOneOf(number(Syscall.SOCKET), 0, FAMILIES, EAFNOSUPPORT)
                .allow();
    }

    private void fail(BpfProgram program, List<Syscall> calls, int errno) {
        calls.stream()
                .map(this::number)
                .filter(number -> number != Syscall.NONE)
                .forEach(number -> program.fail(number, errno));
    }

    private int number(Syscall call) {
        return call.on(architecture);
    }
}

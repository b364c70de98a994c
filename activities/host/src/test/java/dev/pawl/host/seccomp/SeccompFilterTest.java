package dev.pawl.host.seccomp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SeccompFilterTest {
    private static final int EPERM = 1;
    private static final int ENOSYS = 38;
    private static final int EAFNOSUPPORT = 97;

    private static final int NEW_USER = 0x10000000;
    private static final int THREAD = 0x003D0F00;

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void whatHasNoNamespaceOrChangesTheSandboxIsRefused(Architecture on) {
        for (Syscall call : List.of(
                Syscall.MOUNT,
                Syscall.UMOUNT2,
                Syscall.MOVE_MOUNT,
                Syscall.SETNS,
                Syscall.KEYCTL,
                Syscall.BPF,
                Syscall.PERF_EVENT_OPEN,
                Syscall.KEXEC_LOAD,
                Syscall.USERFAULTFD,
                Syscall.PROCESS_VM_WRITEV,
                Syscall.INIT_MODULE)) {
            assertThat(call(on, call)).as(call.name()).isEqualTo(EPERM);
        }
        assertThat(call(on, Syscall.IO_URING_SETUP)).isEqualTo(ENOSYS);
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void processesAndThreadsStartButNoNamespaces(Architecture on) {
        assertThat(call(on, Syscall.CLONE, 17)).isZero();
        assertThat(call(on, Syscall.CLONE, THREAD)).isZero();
        assertThat(call(on, Syscall.CLONE, THREAD | NEW_USER)).isEqualTo(EPERM);
        assertThat(call(on, Syscall.UNSHARE, 0x400)).isZero();
        for (int bit : List.of(17, 25, 26, 27, 28, 29, 30, 7)) {
            assertThat(call(on, Syscall.UNSHARE, 1L << bit)).isEqualTo(EPERM);
        }
        assertThat(call(on, Syscall.CLONE3)).isEqualTo(ENOSYS);
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void aDebuggerStartsItsOwnProgramAndAttachesToNoOther(Architecture on) {
        assertThat(call(on, Syscall.PTRACE, 0)).isZero();
        assertThat(call(on, Syscall.PTRACE, 16)).isEqualTo(EPERM);
        assertThat(call(on, Syscall.PTRACE, 0x4206)).isEqualTo(EPERM);
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void socketsAreOfFamiliesThatHaveANetworkNamespace(Architecture on) {
        for (int family : List.of(1, 2, 10, 16)) {
            assertThat(call(on, Syscall.SOCKET, family)).isZero();
        }
        for (int family : List.of(17, 38, 40)) {
            assertThat(call(on, Syscall.SOCKET, family)).isEqualTo(EAFNOSUPPORT);
        }
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void noCharactersAreTypedIntoATerminal(Architecture on) {
        assertThat(call(on, Syscall.IOCTL, 0, 0x5412)).isEqualTo(EPERM);
        assertThat(call(on, Syscall.IOCTL, 0, 0x5401)).isZero();
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void everyOtherCallIsAllowed(Architecture on) {
        FilterMachine machine = machine(on);
        for (int number = 0; number < 500; number++) {
            int candidate = number;
            boolean listed = List.of(Syscall.values()).stream().anyMatch(call -> call.on(on) == candidate);
            if (!listed) {
                assertThat(machine.call(on.audit(), number, 0))
                        .as("call " + number)
                        .isZero();
            }
        }
    }

    @Test
    void codeOfAnotherArchitectureCallsNothing() {
        assertThat(machine(Architecture.X86_64).call(0x40000003, 20)).isEqualTo(ENOSYS);
        assertThat(machine(Architecture.X86_64).call(Architecture.X86_64.audit(), 0x40000000 | 39))
                .isEqualTo(ENOSYS);
        assertThat(machine(Architecture.AARCH64).call(0x40000028, 20)).isEqualTo(ENOSYS);
    }

    @Test
    void itFitsIntoTheKernelsLimit() {
        assertThat(new SeccompFilter(Architecture.X86_64).bytes()).hasSizeLessThan(4096 * 8);
    }

    @Test
    void architecturesAreFoundByTheirNamesInJava() {
        assertThat(Architecture.named("amd64")).contains(Architecture.X86_64);
        assertThat(Architecture.named("aarch64")).contains(Architecture.AARCH64);
        assertThat(Architecture.named("riscv64")).isEmpty();
    }

    private static int call(Architecture on, Syscall call, long... arguments) {
        return machine(on).call(on.audit(), call.on(on), arguments);
    }

    private static FilterMachine machine(Architecture on) {
        return new FilterMachine(new SeccompFilter(on).bytes());
    }
}

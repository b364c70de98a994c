package dev.pawl.host.seccomp;

import java.util.Locale;
import java.util.Optional;

/** A machine whose system call numbers are known; both are little-endian. */
public enum Architecture {
    /** Also runs 32-bit code, and x32 code whose numbers have bit 30 set. */
    X86_64(0xC000003E),
    AARCH64(0xC00000B7);

    /** AUDIT_ARCH_ of linux/audit.h. */
    private final int audit;

    Architecture(int audit) {
        this.audit = audit;
    }

    int audit() {
        return audit;
    }

    /** The one of this machine; empty if it is another one, or not Linux. */
    public static Optional<Architecture> current() {
        return System.getProperty("os.name", "").equals("Linux")
                ? named(System.getProperty("os.arch", ""))
                : Optional.empty();
    }

    static Optional<Architecture> named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> Optional.of(X86_64);
            case "aarch64", "arm64" -> Optional.of(AARCH64);
            default -> Optional.empty();
        };
    }
}

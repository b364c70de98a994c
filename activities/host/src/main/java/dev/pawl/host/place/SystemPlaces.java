package dev.pawl.host.place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What every sandbox shows of a host, read-only: programs, libraries, certificates and settings without secrets. */
final class SystemPlaces {
    /** Created by the sandbox itself. */
    static final List<Path> OWN = Stream.of("/dev", "/proc").map(Path::of).toList();

    /** Named by nobody: sockets of services, and what belongs to the system's administrator. */
    static final List<Path> CLOSED = Stream.of(
                    "/run",
                    "/var/run",
                    "/sys",
                    "/boot",
                    "/etc/shadow",
                    "/etc/shadow-",
                    "/etc/gshadow",
                    "/etc/gshadow-",
                    "/etc/sudoers",
                    "/etc/sudoers.d",
                    "/etc/ssh",
                    "/etc/ssl/private",
                    "/etc/pki/private",
                    "/etc/pki/tls/private",
                    "/var/lib/docker",
                    "/var/lib/containers",
                    "/var/lib/kubelet",
                    "/var/lib/private")
            .map(Path::of)
            .toList();

    /** Homes of other users, and the run's own empty directories. */
    static final List<Path> HIDDEN =
            Stream.of("/run", "/home", "/root").map(Path::of).toList();

    private static final List<Path> PLACES = Stream.of(
                    "/usr",
                    "/bin",
                    "/sbin",
                    "/lib",
                    "/lib32",
                    "/lib64",
                    "/libx32",
                    "/opt",
                    "/nix/store",
                    "/snap",
                    "/run/current-system",
                    "/var/run",
                    "/var/lib/gems",
                    "/var/lib/texmf",
                    "/var/lib/ca-certificates",
                    "/var/cache/fontconfig",
                    "/sys/devices/system/cpu",
                    "/etc/ssl/certs",
                    "/etc/ssl/cert.pem",
                    "/etc/ssl/openssl.cnf",
                    "/etc/pki/ca-trust",
                    "/etc/pki/java",
                    "/etc/pki/tls/certs",
                    "/etc/pki/tls/cert.pem",
                    "/etc/pki/tls/openssl.cnf")
            .map(Path::of)
            .toList();

    private static final Path ETC = Path.of("/etc");

    private static final Pattern SETTINGS =
            Pattern.compile("passwd|group|nsswitch\\.conf|hosts|host\\.conf|gai\\.conf|resolv\\.conf"
                    + "|services|protocols|networks|rpc|ethertypes"
                    + "|ld\\.so\\.(cache|conf|conf\\.d)|alternatives|localtime|timezone|locale\\.(alias|conf|gen)"
                    + "|profile|profile\\.d|bash\\.bashrc|bashrc|inputrc|terminfo|mtab"
                    + "|(os|lsb|redhat|fedora|system|alpine|arch)-release|debian_version"
                    + "|mime\\.types|magic|magic\\.mime|fonts|xml|sgml|ca-certificates|ca-certificates\\.conf"
                    + "|crypto-policies|gitconfig|maven|groff|papersize|texmf|R|static|chromium(\\.d)?|ImageMagick.*"
                    + "|\\.?java.*|python.*|php.*|perl.*|ruby.*|lua.*");

    private SystemPlaces() {}

    /** Those of this host. */
    static List<Path> existing() {
        List<Path> found = new ArrayList<>();
        Stream.concat(PLACES.stream(), settings().stream())
                .filter(path -> Files.exists(path, LinkOption.NOFOLLOW_LINKS))
                .forEach(found::add);
        return found;
    }

    private static List<Path> settings() {
        try (Stream<Path> entries = Files.list(ETC)) {
            return entries.filter(entry -> SETTINGS.matcher(String.valueOf(entry.getFileName()))
                            .matches())
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}

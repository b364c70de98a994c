package dev.pawl.host.place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Locations of sign-ins and keys below homes. They are never shown to a sandbox, nor is any directory as a whole that
 * may contain them.
 *
 * @param homes without links
 */
public record KeyPlaces(List<Path> homes) {
    /** Relative to a home. */
    public static final List<String> PLACES = List.of(
            ".ssh",
            ".gnupg",
            ".pki",
            ".password-store",
            ".netrc",
            ".git-credentials",
            ".vault-token",
            ".aws",
            ".azure",
            ".kube",
            ".docker",
            ".oci",
            ".boto",
            ".s3cfg",
            ".terraform.d/credentials.tfrc.json",
            ".pgpass",
            ".my.cnf",
            ".npmrc",
            ".yarnrc.yml",
            ".pypirc",
            ".cargo/credentials",
            ".cargo/credentials.toml",
            ".gem/credentials",
            ".bundle/config",
            ".m2/settings.xml",
            ".m2/settings-security.xml",
            ".gradle/gradle.properties",
            ".subversion/auth",
            ".mozilla",
            ".thunderbird",
            ".claude.json",
            ".claude/.credentials.json",
            ".codex/auth.json",
            ".gemini/oauth_creds.json",
            ".gemini/google_accounts.json",
            ".qwen/oauth_creds.json",
            ".copilot/config.json",
            ".local/share/opencode/auth.json",
            ".local/share/keyrings",
            ".local/share/kwalletd",
            ".local/state/pawl",
            ".config/gh",
            ".config/hub",
            ".config/glab-cli",
            ".config/gcloud",
            ".config/git/credentials",
            ".config/op",
            ".config/pip",
            ".config/rclone",
            ".config/containers",
            ".config/sops",
            ".config/github-copilot",
            ".config/chromium",
            ".config/google-chrome",
            ".cache/mozilla");

    /** Names that mark them anywhere. */
    private static final Pattern NAMES =
            Pattern.compile("\\.env(\\..+)?|\\.netrc|\\.npmrc|\\.pypirc|\\.pgpass|\\.git-credentials"
                    + "|\\.?credentials(\\.(json|toml|ya?ml))?|auth\\.(json|toml)|oauth_creds\\.json|id_(rsa|dsa|ecdsa|ed25519)"
                    + "|.+\\.(key|p12|pfx|kdbx)|\\.git|\\.ssh|\\.gnupg|\\.aws");

    public KeyPlaces {
        homes = List.copyOf(homes);
    }

    /** Whether a path is or is inside such a location. */
    boolean holds(Path path) {
        return places().anyMatch(path::startsWith)
                || (path.getFileName() != null && named(path.getFileName().toString()));
    }

    /** Whether such a location is below a directory, or could be. */
    boolean below(Path directory) {
        return places().anyMatch(place -> place.startsWith(directory));
    }

    /** Those directly in a directory. */
    static List<Path> in(Path directory) {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> entries = Files.list(directory)) {
            entries.filter(entry -> named(String.valueOf(entry.getFileName())))
                    .filter(entry -> !Files.isSymbolicLink(entry) && Files.exists(entry, LinkOption.NOFOLLOW_LINKS))
                    .forEach(found::add);
        } catch (IOException unreadable) {
            return List.of();
        }
        return found;
    }

    private Stream<Path> places() {
        return homes.stream().flatMap(home -> PLACES.stream().map(home::resolve));
    }

    private static boolean named(String name) {
        return NAMES.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }
}

package dev.pawl.cli.taskfile;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names of a sandboxed task that the sandbox would hide, as far as this machine can determine; the worker's host checks
 * again when it prepares the task.
 */
final class HiddenNames {
    /** As the worker has them. */
    private static final List<String> KEYS = List.of(
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

    private static final Pattern SOURCE = Pattern.compile(".+\\.(sh|py|js|mjs|cjs|ts|rb|pl|php|lua|r|jar)");
    private static final Pattern WRITTEN = Pattern.compile(">\\s*[\"']?$");
    private static final String ENDS = " \t\n;|&()<>:=,'\"`*?";

    private final Path home;
    private final Pattern names;

    /** @param home of the user */
    HiddenNames(Path home) {
        this.home = home;
        this.names = Pattern.compile(
                "(?<![\\w./-])(?:(~|\\$HOME|\\$\\{HOME})|" + Pattern.quote(home.toString()) + ")(?=/|\\W|$)");
    }

    /** @param fix what to do */
    record Refusal(String reason, String fix) {}

    /** In an argument of a program. */
    List<Refusal> inArgument(String argument) {
        return refusals(argument, false);
    }

    /** In a shell command line. */
    List<Refusal> inLine(String line) {
        return refusals(line, true);
    }

    private List<Refusal> refusals(String text, boolean line) {
        List<Refusal> found = new ArrayList<>();
        Matcher name = names.matcher(text);
        while (name.find()) {
            String rest = text.substring(name.end(), end(text, name.start(), name.end()))
                    .replaceFirst("^/+", "");
            if (!WRITTEN.matcher(text.substring(0, name.start())).find()) {
                refusal(name.group() + (rest.isEmpty() ? "" : "/" + rest), rest, name.group(1) != null, line)
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    /** End of a name: its quote, or the end of the word. */
    private static int end(String text, int start, int from) {
        char quote = start == 0 ? ' ' : text.charAt(start - 1);
        String ends = quote == '"' || quote == '\'' ? String.valueOf(quote) : ENDS;
        int end = from;
        while (end < text.length() && ends.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private Optional<Refusal> refusal(String name, String rest, boolean ownHome, boolean line) {
        Path path = path(rest);
        if (path == null || (ownHome && rest.isEmpty()) || !Files.exists(path)) {
            return Optional.empty();
        }
        if (ownHome && line) {
            return Files.isDirectory(path) && rest.startsWith(".")
                    ? Optional.empty()
                    : Optional.of(new Refusal(
                            name + " is below the private home of the run, which is empty", "write " + path));
        }
        if (KEYS.stream().map(home::resolve).anyMatch(path::startsWith)) {
            return Optional.of(new Refusal(
                    name + " belongs to sign-ins or keys and is never shown in a sandbox",
                    "move what the task needs to another directory"));
        }
        if (Files.isDirectory(path) && KEYS.stream().map(home::resolve).anyMatch(key -> key.startsWith(path))) {
            return Optional.of(new Refusal(
                    name + " holds sign-ins and keys and is not shown in a sandbox", "name what is needed below it"));
        }
        boolean program =
                Files.isExecutable(path) || SOURCE.matcher(path.toString()).matches();
        return line && Files.isRegularFile(path) && !program
                ? Optional.of(new Refusal(
                        name + " is not a program, and a sandbox shows only programs of your home",
                        "copy it into the workspace"))
                : Optional.empty();
    }

    private @Nullable Path path(String rest) {
        try {
            return home.resolve(rest).normalize();
        } catch (InvalidPathException noPath) {
            return null;
        }
    }
}

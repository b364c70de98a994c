package dev.pawl.agent.cloud;

import dev.pawl.agent.program.RunHome;
import dev.pawl.agent.signin.SignInFormat;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A cloud that serves models to its own users. A run gets the sign-in to it only if its agent uses the cloud. */
public enum Cloud {
    /** Amazon's. */
    BEDROCK(List.of("AWS_*")) {
        @Override
        Map<String, String> lent(RunHome home, Map<String, String> variables) throws IOException {
            Path own = home.settings().home().resolve(".aws");
            Path copy = home.home().resolve(".aws");
            Map<String, String> named = new HashMap<>();
            lendFile(home, variables, "AWS_CONFIG_FILE", own.resolve("config"), copy.resolve("config"), named);
            lendFile(
                    home,
                    variables,
                    "AWS_SHARED_CREDENTIALS_FILE",
                    own.resolve("credentials"),
                    copy.resolve("credentials"),
                    named);
            lendAll(home, own.resolve("sso/cache"), copy.resolve("sso/cache"));
            return named;
        }
    },
    /** Google's. */
    VERTEX(List.of("GOOGLE_*", "GCLOUD_PROJECT", "CLOUD_ML_REGION", "VERTEX_REGION_*", "CLOUDSDK_CORE_PROJECT")) {
        @Override
        Map<String, String> lent(RunHome home, Map<String, String> variables) throws IOException {
            String place = ".config/gcloud/application_default_credentials.json";
            Map<String, String> named = new HashMap<>();
            lendFile(
                    home,
                    variables,
                    "GOOGLE_APPLICATION_CREDENTIALS",
                    home.settings().home().resolve(place),
                    home.home().resolve(place),
                    named);
            return named;
        }
    },
    /** Microsoft's. */
    FOUNDRY(List.of("AZURE_*")) {
        @Override
        Map<String, String> lent(RunHome home, Map<String, String> variables) throws IOException {
            String configured = variables.getOrDefault("AZURE_CONFIG_DIR", "");
            Path own = configured.isBlank() ? home.settings().home().resolve(".azure") : Path.of(configured);
            Path copy = home.home().resolve(".azure");
            for (String name : List.of("azureProfile.json", "msal_token_cache.json", "clouds.config", "config")) {
                home.borrow(own.resolve(name), copy.resolve(name), SignInFormat.NEVER_RENEWED);
            }
            return Map.of("AZURE_CONFIG_DIR", copy.toString());
        }
    };

    private static final int MOST_FILES = 50;

    @SuppressWarnings("ImmutableEnumChecker") // An unmodifiable list.
    private final List<String> names;

    Cloud(List<String> names) {
        this.names = names;
    }

    /** Names of the variables that its clients read; one that ends in {@code *} is a prefix. */
    public List<String> variables() {
        return names;
    }

    abstract Map<String, String> lent(RunHome home, Map<String, String> variables) throws IOException;

    /**
     * Lends the user's sign-in to a run. Its files are copies, and are removed when the run has ended.
     *
     * @param variables of the worker and of the user's settings
     * @return the variables that its clients read; those that name files name the copies
     */
    public Map<String, String> lend(RunHome home, Map<String, String> variables) throws IOException {
        Map<String, String> environment = new HashMap<>(Variables.matching(variables, names));
        environment.putAll(lent(home, variables));
        return environment;
    }

    /** The file that a variable names, or else the usual one. */
    private static void lendFile(
            RunHome home,
            Map<String, String> variables,
            String variable,
            Path usual,
            Path copy,
            Map<String, String> named)
            throws IOException {
        String configured = variables.getOrDefault(variable, "");
        Path file = configured.isBlank() ? usual : Path.of(configured);
        home.borrow(file, copy, SignInFormat.NEVER_RENEWED);
        if (Files.isRegularFile(copy)) {
            named.put(variable, copy.toString());
        }
    }

    private static void lendAll(RunHome home, Path directory, Path copies) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        int count = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.json")) {
            for (Path file : files) {
                if (++count > MOST_FILES) {
                    return;
                }
                home.borrow(file, copies.resolve(file.getFileName().toString()), SignInFormat.NEVER_RENEWED);
            }
        }
    }
}

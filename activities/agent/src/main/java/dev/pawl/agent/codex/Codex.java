package dev.pawl.agent.codex;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.pawl.agent.AgentAvailability.SignIn;
import dev.pawl.agent.AgentListener;
import dev.pawl.agent.AgentRun;
import dev.pawl.agent.AgentSettings;
import dev.pawl.agent.output.AgentOutput;
import dev.pawl.agent.output.EventOutput;
import dev.pawl.agent.program.AgentProgram;
import dev.pawl.agent.program.ProgramFacts;
import dev.pawl.agent.program.ProgramStart;
import dev.pawl.agent.program.RunHome;
import dev.pawl.agent.signin.SignInFormat;
import dev.pawl.agent.signin.TimedTokens;
import dev.pawl.workflows.model.request.AgentSpec.Inherited;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Codex, run headless. Outside of Pawl's sandbox its own lets commands write only into the workspace, without network.
 * It has no limits on turns and cost, and reports tokens only at the end.
 */
public final class Codex implements AgentProgram {
    public static final String NAME = "codex";

    private static final String CREDENTIALS = "auth.json";
    private static final SignInFormat SIGN_IN =
            new TimedTokens("tokens", List.of("access_token", "refresh_token", "id_token"), "last_refresh");
    private static final TomlMapper TOML = new TomlMapper();

    @Override
    public ProgramFacts facts() {
        return new ProgramFacts(
                NAME,
                "Codex",
                "codex",
                "0.169.0",
                "npm install -g @openai/codex@0.169.0",
                "set OPENAI_API_KEY, or run 'codex login'",
                List.of("OPENAI_*", "CODEX_API_KEY"));
    }

    @Override
    public SignIn signIn(AgentSettings settings) {
        Optional<CodexProvider> provider = CodexProvider.of(settings);
        boolean known = provider.isPresent()
                ? provider.get().known(settings)
                : settings.hasKey("OPENAI_API_KEY", "CODEX_API_KEY") || Files.isReadable(credentials(settings));
        return known ? SignIn.SIGNED_IN : SignIn.SIGNED_OUT;
    }

    private static Path credentials(AgentSettings settings) {
        return settings.directory("CODEX_HOME", ".codex").resolve(CREDENTIALS);
    }

    @Override
    public ProgramStart start(AgentRun run, RunHome home) throws IOException {
        Path own = home.directory(NAME);
        AgentSettings settings = home.settings();
        Optional<CodexProvider> provider = CodexProvider.of(settings);
        home.write(own.resolve("config.toml"), configuration(run, provider, settings));
        Path users = settings.directory("CODEX_HOME", ".codex");
        List<Inherited> inherit = run.spec().inherit();
        if (inherit.contains(Inherited.SKILLS)) {
            home.inherit(users.resolve("skills"), own.resolve("skills"));
        }
        if (inherit.contains(Inherited.INSTRUCTIONS)) {
            home.inherit(users.resolve("AGENTS.md"), own.resolve("AGENTS.md"));
        }
        home.borrow(credentials(settings), own.resolve(CREDENTIALS), SIGN_IN);
        Map<String, String> environment =
                new HashMap<>(provider.map(chosen -> chosen.variables(settings)).orElse(Map.of()));
        environment.put("CODEX_HOME", own.toString());
        return new ProgramStart(arguments(run), environment);
    }

    private static String configuration(AgentRun run, Optional<CodexProvider> provider, AgentSettings settings)
            throws IOException {
        ObjectNode configuration = TOML.createObjectNode();
        configuration.put("check_for_update_on_startup", false);
        configuration.putObject("analytics").put("enabled", false);
        configuration.putObject("history").put("persistence", "none");
        provider.ifPresent(chosen -> chosen.addTo(configuration, run.spec().model() != null));
        if (run.spec().inherit().contains(Inherited.MCP)
                && CodexProvider.users(settings).get("mcp_servers") instanceof ObjectNode servers) {
            configuration.set("mcp_servers", servers);
        }
        return TOML.writeValueAsString(configuration);
    }

    /** In Pawl's sandbox its own does not work, and is not needed. */
    static List<String> arguments(AgentRun run) {
        List<String> arguments = new ArrayList<>(List.of("exec", "--json", "--skip-git-repo-check", "-s"));
        arguments.add(run.sandbox() == null ? "workspace-write" : "danger-full-access");
        if (run.spec().model() != null) {
            arguments.addAll(List.of("-m", run.spec().model()));
        }
        if (run.resumes() != null) {
            arguments.addAll(List.of("resume", run.resumes().id(), "-"));
        }
        return arguments;
    }

    @Override
    public List<String> sessionFiles() {
        return List.of(NAME + "/sessions");
    }

    @Override
    public AgentOutput output(AgentRun run, AgentListener listener) {
        return new EventOutput(run, listener, CodexEvents::new);
    }
}

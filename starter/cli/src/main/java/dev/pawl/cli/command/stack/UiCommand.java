package dev.pawl.cli.command.stack;

import com.google.gson.JsonObject;
import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.local.BrowserPage;
import dev.pawl.cli.local.Home;
import dev.pawl.cli.local.LocalState;
import dev.pawl.cli.local.LoginLink;
import dev.pawl.cli.local.RunningStack;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "ui",
        description = {
            "Print a link that logs a browser in to the Web UI of the local engine.",
            "It works once, within a minute. Then the links of tasks work in that browser, until the engine ends."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  pawl ui", "  pawl ui --open", "  pawl ui -o json | jq -r .url"})
public final class UiCommand implements Callable<Integer> {
    private final Context context;

    @Option(names = "--open", description = "Also open the link in a browser.")
    private boolean open;

    @Mixin
    private OutputOption output;

    UiCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        Home home = Home.of(context);
        LocalState state = RunningStack.of(home, context);
        String webUi = state.webUi();
        if (webUi == null) {
            throw new CommandFailure(
                    ExitCode.CONFIGURATION,
                    state.engineKind().equals("configured")
                            ? "the engine at %s was not started by Pawl; use its own Web UI"
                                    .formatted(state.engineAddress())
                            : "the in-process engine has no Web UI; install Go for an engine that has one");
        }
        String secret =
                Files.readString(home.uiSecret(), StandardCharsets.US_ASCII).strip();
        String link = LoginLink.to(webUi, secret, Instant.now());
        if (open && !new BrowserPage(home, context).open(link)) {
            context.terminal().say("note: found no xdg-open or open on the PATH; open the link yourself");
        }
        output.print(() -> List.of(link), () -> document(link));
        return 0;
    }

    private static JsonObject document(String link) {
        JsonObject json = new JsonObject();
        json.addProperty("url", link);
        json.addProperty("valid_seconds", LoginLink.VALIDITY.toSeconds());
        return json;
    }
}

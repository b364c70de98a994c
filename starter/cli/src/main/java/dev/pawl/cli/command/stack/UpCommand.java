package dev.pawl.cli.command.stack;

import com.google.gson.JsonObject;
import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.document.Json;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.local.Home;
import dev.pawl.cli.local.LocalStack;
import dev.pawl.cli.local.LocalState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "up",
        description = {
            "Start the local stack (worker, gateway, database, engine) if it does not run, and print its addresses.",
            "Tasks that were running when it ended resume by themselves."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  pawl up", "  pawl up -o json | jq -r .web_ui"})
public final class UpCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private OutputOption output;

    UpCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        Home home = Home.of(context);
        LocalState state = new LocalStack(home, context).start(context.terminal()::say);
        if (!state.runs(context.variable("PAWL_LOCAL_COMMAND"))) {
            context.terminal().say("note: it runs an older build; pawl down, then pawl up, starts the new one");
        }
        output.print(() -> lines(home, state), () -> document(home, state));
        return 0;
    }

    private static List<String> lines(Home home, LocalState state) {
        List<String> lines = new ArrayList<>();
        lines.add("gateway    127.0.0.1:" + state.gatewayPort() + ", token in " + state.tokenFile());
        if (state.httpUrl() != null) {
            lines.add("http       " + state.httpUrl() + ", with the same token");
        }
        lines.add("web ui     " + (state.webUi() == null ? "none" : state.webUi() + ", log in with: pawl ui"));
        lines.add("database   PostgreSQL on 127.0.0.1:" + state.databasePort());
        lines.add("engine     " + state.engine());
        lines.add("state      " + home.directory());
        lines.add("process    " + state.pid() + ", log " + home.log());
        return lines;
    }

    private static JsonObject document(Home home, LocalState state) {
        JsonObject json = new JsonObject();
        json.addProperty("version", state.version());
        json.addProperty("pid", state.pid());
        json.addProperty("gateway", "127.0.0.1:" + state.gatewayPort());
        json.add("http_url", Json.text(state.httpUrl()));
        json.addProperty("token_file", state.tokenFile().toString());
        json.add("web_ui", Json.text(state.webUi()));
        JsonObject engine = new JsonObject();
        engine.addProperty("kind", state.engineKind());
        engine.addProperty("address", state.engineAddress());
        engine.addProperty("durable", state.durable());
        json.add("engine", engine);
        json.addProperty("database_port", state.databasePort());
        json.addProperty("home", home.directory().toString());
        return json;
    }
}

package dev.pawl.cli.command.planfile;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.planimport.PlanImport;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = {
            "Make a plan file of a work breakdown in JSON.",
            "Reads work_packages (package_id, title, dependencies, files_to_modify, files_to_create, …), "
                    + "file_ownership_matrix and quality_gates, and says what it could not take over."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pawl plan import breakdown.json -O plan.yaml --repository ../shop",
            "  pawl plan import breakdown.json | less"
        })
public final class PlanImportCommand implements Callable<Integer> {
    private static final long LARGEST = 8L * 1024 * 1024;

    private final Context context;

    @Parameters(paramLabel = "FILE", description = "The work breakdown, JSON.")
    private Path file;

    @Option(
            names = {"-O", "--to"},
            paramLabel = "FILE",
            description = "Write the plan to this new file. Default: to standard output.")
    private @Nullable Path to;

    @Option(
            names = "--repository",
            paramLabel = "DIRECTORY",
            defaultValue = ".",
            description = "The repository of the plan, relative to the plan file. Default: its directory.")
    private String repository;

    @Option(
            names = "--agent",
            paramLabel = "AGENT",
            defaultValue = "claude-code",
            description = "The agent of all packages. Default: claude-code.")
    private String agent;

    PlanImportCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        PlanImport.Result result = convert(read(context.directory().resolve(file)));
        if (to == null) {
            context.terminal().out().print(result.yaml());
            context.terminal().out().flush();
        } else {
            write(context.directory().resolve(to), result.yaml());
        }
        result.notes().forEach(note -> context.terminal().say("note: " + note));
        context.terminal()
                .say("%d packages; check the plan: pawl plan validate %s"
                        .formatted(result.packages(), to == null ? "plan.yaml" : to));
        return 0;
    }

    private JsonElement read(Path source) throws IOException {
        if (Files.size(source) > LARGEST) {
            throw new CommandFailure(ExitCode.USAGE, file + " is larger than " + LARGEST / (1024 * 1024) + " MB");
        }
        try {
            return JsonParser.parseString(Files.readString(source));
        } catch (JsonParseException invalid) {
            throw new CommandFailure(ExitCode.USAGE, file + " is not valid JSON: " + invalid.getMessage(), invalid);
        } catch (MalformedInputException invalid) {
            throw new CommandFailure(ExitCode.USAGE, file + " is not UTF-8 text", invalid);
        }
    }

    private PlanImport.Result convert(JsonElement source) {
        if (!source.isJsonObject()) {
            throw new CommandFailure(ExitCode.USAGE, file + " is not a JSON object");
        }
        try {
            return PlanImport.of(source.getAsJsonObject(), repository, agent);
        } catch (IllegalArgumentException unusable) {
            throw new CommandFailure(ExitCode.USAGE, file + " has " + unusable.getMessage(), unusable);
        }
    }

    private void write(Path target, String yaml) throws IOException {
        try {
            Files.writeString(target, yaml, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException exists) {
            throw new CommandFailure(ExitCode.USAGE, to + " already exists; name a new file", exists);
        }
    }
}

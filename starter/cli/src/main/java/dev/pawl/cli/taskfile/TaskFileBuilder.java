package dev.pawl.cli.taskfile;

import dev.pawl.api.v1.Breakpoint;
import dev.pawl.api.v1.WaitSpec;
import dev.pawl.cli.taskfile.TaskFile.Judge;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds a task: by default in an empty isolated workspace, as if all other keys were absent. Not thread-safe. */
public final class TaskFileBuilder {
    private final Path file;
    private final String title;
    private final String prompt;
    private final List<NamedAgent> agents;
    private boolean continued;
    private @Nullable Path workspace;
    private String directory = "";
    private String mode = "isolated";
    private boolean includeUncommitted;
    private List<String> copy = List.of();
    private String sandbox = "none";
    private String network = "all";
    private List<String> allowHosts = List.of();
    private TaskFile.Limits limits = TaskFile.Limits.UNSET;
    private List<String> files = List.of();
    private List<String> owns = List.of();
    private List<TaskFile.Setup> setup = List.of();
    private List<String> protect = List.of();
    private List<TaskFile.Check> checks = List.of();
    private String verify = "clean-checkout";
    private String deliver = "none";
    private @Nullable String branch;
    private @Nullable Judge judge;
    private List<Breakpoint> breakpoints = List.of();
    private List<String> labels = List.of();
    private List<String> removes = List.of();
    private TaskFile.Tests tests = TaskFile.Tests.UNCHANGED;
    private List<String> environment = List.of();
    private @Nullable WaitSpec personWait;

    TaskFileBuilder(Path file, String title, String prompt, List<NamedAgent> agents) {
        this.file = file;
        this.title = title;
        this.prompt = prompt;
        this.agents = agents;
    }

    public TaskFileBuilder continued(boolean value) {
        continued = value;
        return this;
    }

    public TaskFileBuilder workspace(@Nullable Path value) {
        workspace = value;
        return this;
    }

    public TaskFileBuilder directory(String value) {
        directory = value;
        return this;
    }

    public TaskFileBuilder mode(String value) {
        mode = value;
        return this;
    }

    public TaskFileBuilder includeUncommitted(boolean value) {
        includeUncommitted = value;
        return this;
    }

    public TaskFileBuilder copy(List<String> value) {
        copy = value;
        return this;
    }

    public TaskFileBuilder sandbox(String value) {
        sandbox = value;
        return this;
    }

    public TaskFileBuilder network(String value) {
        network = value;
        return this;
    }

    public TaskFileBuilder allowHosts(List<String> value) {
        allowHosts = value;
        return this;
    }

    public TaskFileBuilder limits(TaskFile.Limits value) {
        limits = value;
        return this;
    }

    public TaskFileBuilder files(List<String> value) {
        files = value;
        return this;
    }

    public TaskFileBuilder owns(List<String> value) {
        owns = value;
        return this;
    }

    public TaskFileBuilder setup(List<TaskFile.Setup> value) {
        setup = value;
        return this;
    }

    public TaskFileBuilder protect(List<String> value) {
        protect = value;
        return this;
    }

    public TaskFileBuilder checks(List<TaskFile.Check> value) {
        checks = value;
        return this;
    }

    public TaskFileBuilder verify(String value) {
        verify = value;
        return this;
    }

    public TaskFileBuilder deliver(String value) {
        deliver = value;
        return this;
    }

    public TaskFileBuilder branch(@Nullable String value) {
        branch = value;
        return this;
    }

    public TaskFileBuilder judge(@Nullable Judge value) {
        judge = value;
        return this;
    }

    public TaskFileBuilder breakpoints(List<Breakpoint> value) {
        breakpoints = value;
        return this;
    }

    public TaskFileBuilder labels(List<String> value) {
        labels = value;
        return this;
    }

    public TaskFileBuilder removes(List<String> value) {
        removes = value;
        return this;
    }

    public TaskFileBuilder tests(TaskFile.Tests value) {
        tests = value;
        return this;
    }

    public TaskFileBuilder environment(List<String> value) {
        environment = value;
        return this;
    }

    public TaskFileBuilder personWait(@Nullable WaitSpec value) {
        personWait = value;
        return this;
    }

    public TaskFile build() {
        return new TaskFile(
                file,
                title,
                prompt,
                agents,
                continued,
                workspace,
                directory,
                mode,
                includeUncommitted,
                copy,
                sandbox,
                network,
                allowHosts,
                limits,
                files,
                owns,
                setup,
                protect,
                checks,
                verify,
                deliver,
                branch,
                judge,
                breakpoints,
                labels,
                removes,
                tests,
                environment,
                personWait);
    }
}

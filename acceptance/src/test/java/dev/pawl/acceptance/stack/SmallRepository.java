package dev.pawl.acceptance.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pawl.api.v1.AgentSpec;
import dev.pawl.api.v1.TaskSpec;
import dev.pawl.api.v1.WorkspaceSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A user's repository with one Python file, and the task that adds a line to it. */
public record SmallRepository(Path directory) {
    /** In an empty directory, on the branch {@code main}. */
    public static SmallRepository make(Path directory) throws IOException, InterruptedException {
        SmallRepository made = new SmallRepository(directory);
        Files.writeString(made.file(), "def f(): pass\n");
        made.git("git init -q -b main . && git add . && git -c user.name=U -c user.email=u@localhost commit -qm base");
        return made;
    }

    public Path file() {
        return directory.resolve("a.py");
    }

    /** An isolated task, as by default. */
    public TaskSpec.Builder task() {
        return TaskSpec.newBuilder()
                .setTitle("Add x")
                .setPrompt("Add x = 1 to a.py")
                .setAgent(AgentSpec.newBuilder()
                        .setName("command")
                        .addCommand("bash")
                        .addCommand("-c")
                        .addCommand("echo 'x = 1' >> a.py"))
                .setWorkspace(WorkspaceSpec.newBuilder().setSource(directory.toString()))
                .addFiles("a.py")
                .addChecks(Tasks.check("x", "python3 -c 'import a; assert a.x == 1'"));
    }

    /** @return output of the script; a failure fails the test */
    public String git(String script) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", "-euc", script)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}

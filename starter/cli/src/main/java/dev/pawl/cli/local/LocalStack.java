package dev.pawl.cli.local;

import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The background process of this machine: worker, gateway, database and engine. */
public final class LocalStack {
    /** Time for agents to end and for the database to checkpoint. */
    private static final Duration STOP = Duration.ofSeconds(60);

    private static final Duration SERVER_STOP = Duration.ofSeconds(15);

    private static final long LOOK_MILLIS = 20;

    private final Home home;
    private final Context context;

    public LocalStack(Home home, Context context) {
        this.home = home;
        this.context = context;
    }

    /** The running stack. */
    public Optional<LocalState> running() throws IOException {
        return LocalState.read(home.state()).filter(state -> state.process().isPresent());
    }

    /**
     * Starts the stack unless it runs. It outlives this command.
     *
     * @param progress receives a line for each step
     * @throws CommandFailure naming the log if it does not come up
     */
    public LocalState start(Consumer<String> progress) throws IOException {
        Files.createDirectories(home.directory());
        // Two concurrent commands start one stack: the second waits here and finds it running.
        try (FileChannel channel =
                        FileChannel.open(home.startLock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!lock.isValid()) {
                throw new IOException("lost the lock " + home.startLock());
            }
            Optional<LocalState> running = running();
            return running.isPresent() ? running.get() : launch(progress);
        }
    }

    private LocalState launch(Consumer<String> progress) throws IOException {
        String configured = context.variable("PAWL_LOCAL_COMMAND");
        if (configured == null) {
            throw new CommandFailure(
                    ExitCode.CONFIGURATION,
                    "PAWL_LOCAL_COMMAND does not say how to start the local stack; start this command by ./pawl");
        }
        List<String> command =
                configured.lines().filter(line -> !line.isEmpty()).toList();
        progress.accept("starting the local stack in " + home.directory());
        // Output of an earlier start must not be taken for this one's.
        Files.deleteIfExists(home.startLog());
        Files.deleteIfExists(home.state());
        Process process = new DetachedProcess(command, home, context).start();
        return new Start(this, home, process, progress).await();
    }

    /**
     * Ends the stack; its tasks resume at the next start.
     *
     * @return false if none was running
     * @throws CommandFailure if it had to be killed
     */
    public boolean stop() throws IOException, InterruptedException {
        Optional<ProcessHandle> running = running().flatMap(LocalState::process);
        if (running.isEmpty()) {
            return false;
        }
        ProcessHandle process = running.get();
        List<ProcessHandle> family = process.descendants().toList();
        process.destroy();
        if (!ended(process, STOP)) {
            process.destroyForcibly();
            family.forEach(ProcessHandle::destroyForcibly);
            throw new CommandFailure(
                    ExitCode.INTERNAL,
                    "the local stack did not end within %d s and was killed; its log: %s"
                            .formatted(STOP.toSeconds(), home.log()));
        }
        return true;
    }

    /**
     * Waits for engine and database to end with the stack, and ends those that do not.
     *
     * @return what had to be ended, in words
     * @throws CommandFailure if one cannot be ended
     */
    public List<String> endLeftServers() throws IOException, InterruptedException {
        List<String> ended = new ArrayList<>();
        for (LocalServers.Server left : new LocalServers(home).living()) {
            left.process().destroy();
            if (!ended(left.process(), SERVER_STOP)) {
                left.process().destroyForcibly();
                if (!ended(left.process(), SERVER_STOP)) {
                    throw new CommandFailure(
                            ExitCode.INTERNAL,
                            "%s (process %d) cannot be ended"
                                    .formatted(left.name(), left.process().pid()));
                }
            }
            ended.add("%s (process %d)".formatted(left.name(), left.process().pid()));
        }
        return ended;
    }

    /** Polls often: for other processes than children {@link ProcessHandle#onExit()} polls about once a second. */
    private static boolean ended(ProcessHandle process, Duration patience) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        long began = System.nanoTime();
        while (LivingProcess.is(process) && System.nanoTime() - began < patience.toNanos()) {
            never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
        return !LivingProcess.is(process);
    }
}

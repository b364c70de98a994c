package dev.pawl.workflows.plan;

import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.plan.PackageRequest;
import dev.pawl.workflows.model.plan.PackageState;
import dev.pawl.workflows.model.plan.PlanQuestion;
import dev.pawl.workflows.model.plan.PlanWord;
import dev.pawl.workflows.model.request.TaskRequestBuilder;
import dev.pawl.workflows.plan.person.AddPackage;
import dev.pawl.workflows.plan.person.ChangePackage;
import dev.pawl.workflows.plan.person.PackageAction;
import dev.pawl.workflows.plan.person.PlanAnswer;
import dev.pawl.workflows.plan.state.Stopping;
import dev.pawl.workflows.task.person.Action;
import dev.pawl.workflows.task.person.HandledUpdates;
import dev.pawl.workflows.task.state.Line;
import java.util.List;
import java.util.stream.Stream;

/** What people say to a plan takes effect here, after {@link PlanChecks} allowed it. */
final class PlanDesk {
    private final PlanState state;
    private final Tasks tasks;
    private final Losses losses;
    private final HandledUpdates updates;
    private boolean revised = true;

    PlanDesk(PlanState state, Tasks tasks, Losses losses, List<String> handledUpdates) {
        this.state = state;
        this.tasks = tasks;
        this.losses = losses;
        this.updates = new HandledUpdates(handledUpdates);
    }

    /** Runs the action of an update once. */
    void once(Runnable action) {
        if (!updates.repeated()) {
            action.run();
            updates.tookEffect();
            state.stir();
        }
    }

    /** Runs the check of an update, unless the update took effect before. */
    void unlessRepeated(Runnable check) {
        if (!updates.repeated()) {
            check.run();
        }
    }

    List<String> handledUpdates() {
        return updates.ids();
    }

    /** Whether the graph of packages changed since the last call. */
    boolean takeRevised() {
        boolean was = revised;
        revised = false;
        return was;
    }

    void pause(PackageAction action, boolean pause) {
        if (action.packageId().isEmpty()) {
            state.paused = pause;
            return;
        }
        PackageRun run = state.known(action.packageId());
        run.paused = pause;
        run.touched();
        tasks.signal(run, pause ? PlanWord.PAUSE : PlanWord.RESUME, said(action));
    }

    void stop(PackageAction action) {
        if (action.packageId().isEmpty()) {
            losses.stop(new Stopping(Cause.NONE, by("stopped", action), true));
        } else {
            end(action, PlanWord.STOP, by("stopped", action));
        }
    }

    void cancelPackage(PackageAction action) {
        end(action, PlanWord.CANCEL, by("cancelled", action));
    }

    void instruct(PackageAction action) {
        state.packages().stream()
                .filter(run -> action.packageId().isEmpty() || run.id().equals(action.packageId()))
                .filter(run -> !run.state().ended())
                .forEach(run -> {
                    if (run.guidance.size() < PlanChecks.MAX_GUIDANCE) {
                        run.guidance.add(action.text());
                    }
                    tasks.signal(run, PlanWord.INSTRUCT, said(action));
                });
    }

    void drop(PackageAction action) {
        PackageRun run = state.known(action.packageId());
        state.queue.remove(run.id());
        state.toAsk.remove(run.id());
        PlanQuestion open = state.question;
        if (open != null && open.packageId().equals(run.id())) {
            state.question = null;
        }
        run.ending = true;
        run.become(PackageState.DROPPED, by("dropped", action));
        tasks.signal(run, PlanWord.CANCEL, said(action));
    }

    void add(AddPackage more) {
        state.add(more.request());
        revise(more.request());
    }

    void change(ChangePackage change) {
        PackageRun run = state.known(change.packageId());
        run.request = changed(run.request, change);
        revise(run.request);
    }

    void answer(PlanAnswer answer) {
        PlanQuestion open = state.question;
        if (open == null) {
            return;
        }
        state.question = null;
        switch (answer.choice()) {
            case RETRY -> {
                PackageRun run = state.known(open.packageId());
                run.extraAttempts++;
                run.trespasses = 0;
                if (!answer.text().isBlank()) {
                    run.guidance.add(answer.text());
                }
                run.become(PackageState.WAITING, "another attempt, as %s said".formatted(answer.by()));
            }
            case CONTINUE -> {
                // What needs it is blocked.
            }
            case STOP ->
                losses.stop(new Stopping(
                        Cause.NONE, by("stopped", new PackageAction("", answer.text(), answer.by())), true));
        }
    }

    static PackageRequest changed(PackageRequest request, ChangePackage change) {
        TaskRequestBuilder task =
                request.task().toBuilder().owns(plus(request.task().owns(), change.owns()));
        if (change.prompt() != null) {
            task.prompt(change.prompt());
        }
        return request.with(task.build()).touching(plus(request.mayTouch(), change.mayTouch()));
    }

    private static List<String> plus(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }

    private void end(PackageAction action, PlanWord word, String how) {
        PackageRun run = state.known(action.packageId());
        run.ending = true;
        if (run.live) {
            tasks.signal(run, word, said(action));
        } else {
            run.become(PackageState.CANCELLED, how);
        }
    }

    private void revise(PackageRequest request) {
        state.revised.add(request);
        revised = true;
    }

    private static Action said(PackageAction action) {
        return new Action(action.text(), action.by());
    }

    private static String by(String what, PackageAction action) {
        String by = "%s by %s".formatted(what, Line.of(action.by(), Action.MAX_BY));
        return action.text().isBlank() ? by : by + ": " + action.text();
    }
}

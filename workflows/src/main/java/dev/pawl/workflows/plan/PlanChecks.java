package dev.pawl.workflows.plan;

import dev.pawl.workflows.model.FailureTypes;
import dev.pawl.workflows.model.plan.PackageRequest;
import dev.pawl.workflows.model.plan.PackageState;
import dev.pawl.workflows.model.plan.PlanQuestion;
import dev.pawl.workflows.plan.person.AddPackage;
import dev.pawl.workflows.plan.person.ChangePackage;
import dev.pawl.workflows.plan.person.PackageAction;
import dev.pawl.workflows.plan.person.PlanAnswer;
import dev.pawl.workflows.plan.schedule.Owners;
import dev.pawl.workflows.task.person.Action;
import io.temporal.failure.ApplicationFailure;
import java.util.ArrayList;
import java.util.List;

/** Whether a plan's state allows what people say. Checks have no side effects. */
final class PlanChecks {
    /** Every prompt has all of it. */
    static final int MAX_GUIDANCE = 50;

    private final PlanState state;

    PlanChecks(PlanState state) {
        this.state = state;
    }

    void pause(PackageAction action) {
        length(action.text(), action.by());
        if (action.packageId().isEmpty()) {
            refuse(state.paused, "the plan is already paused");
        } else {
            PackageRun run = open(action.packageId());
            refuse(run.paused, "package %s is already paused".formatted(run.id()));
        }
    }

    void resume(PackageAction action) {
        length(action.text(), action.by());
        if (action.packageId().isEmpty()) {
            refuse(!state.paused, "the plan is not paused");
        } else {
            PackageRun run = open(action.packageId());
            refuse(!run.paused, "package %s is not paused".formatted(run.id()));
        }
    }

    void stop(PackageAction action) {
        length(action.text(), action.by());
        if (action.packageId().isEmpty()) {
            ending();
        } else {
            endable(action.packageId());
        }
    }

    void cancelPackage(PackageAction action) {
        length(action.text(), action.by());
        endable(action.packageId());
    }

    void instruct(PackageAction action) {
        refuse(action.text().isBlank(), "the instruction is empty");
        length(action.text(), action.by());
        if (!action.packageId().isEmpty()) {
            PackageRun run = open(action.packageId());
            refuse(
                    run.guidance.size() >= MAX_GUIDANCE,
                    "people said %d things to package %s already".formatted(MAX_GUIDANCE, run.id()));
        }
    }

    void drop(PackageAction action) {
        length(action.text(), action.by());
        PackageRun run = state.known(action.packageId());
        refuse(run.state() == PackageState.DROPPED, "package %s is dropped already".formatted(run.id()));
        refuse(run.state() == PackageState.INTEGRATED, "package %s is integrated already".formatted(run.id()));
        refuse(state.queue.integrates(run.id()), "package %s is being integrated".formatted(run.id()));
    }

    void add(AddPackage more) {
        length("", more.by());
        ending();
        PackageRequest added = more.request();
        List<PackageRequest> all = new ArrayList<>();
        state.packages().forEach(run -> all.add(run.request));
        all.add(added);
        plan(all);
        for (String need : added.needs()) {
            PackageState known = state.stateOf(need);
            refuse(
                    known.ended() && known != PackageState.INTEGRATED && !state.undecided(need),
                    "package %s needs %s, which is %s".formatted(added.id(), need, known.wire()));
        }
        owners(all, added.id());
    }

    void change(ChangePackage change) {
        length(change.text(), change.by());
        PackageRun run = state.known(change.packageId());
        refuse(
                run.state().ended() && !state.undecided(run.id()),
                "package %s is %s".formatted(run.id(), run.state().wire()));
        refuse(
                change.prompt() == null
                        && change.owns().isEmpty()
                        && change.mayTouch().isEmpty(),
                "nothing is changed; name a prompt or paths");
        List<PackageRequest> all = new ArrayList<>();
        try {
            PackageRequest changed = PlanDesk.changed(run.request, change);
            state.packages().forEach(each -> all.add(each == run ? changed : each.request));
        } catch (IllegalArgumentException e) {
            throw notNow(String.valueOf(e.getMessage()));
        }
        plan(all);
        if (!change.owns().isEmpty()) {
            owners(all, run.id());
        }
    }

    void answer(PlanAnswer answer) {
        length(answer.text(), answer.by());
        PlanQuestion question = state.question;
        if (question == null) {
            throw notNow("the plan does not wait for a person, so there is nothing to answer");
        }
        refuse(
                !answer.questionId().isEmpty() && !answer.questionId().equals(question.id()),
                "question %s is not open; %s is".formatted(answer.questionId(), question.id()));
    }

    private void plan(List<PackageRequest> all) {
        try {
            state.with(all);
        } catch (IllegalArgumentException e) {
            throw notNow(String.valueOf(e.getMessage()));
        }
    }

    /** Packages that have ended own nothing any more. */
    private void owners(List<PackageRequest> all, String id) {
        List<PackageRequest> owning = all.stream()
                .filter(each ->
                        each.id().equals(id) || !state.stateOf(each.id()).ended())
                .toList();
        new Owners(owning).problemsOf(id).stream().findFirst().ifPresent(problem -> {
            throw notNow(problem);
        });
    }

    private void ending() {
        refuse(state.stopping != null, "the plan is already being stopped");
        refuse(state.cancelled != null, "the plan is being cancelled");
    }

    private void endable(String id) {
        PackageRun run = open(id);
        refuse(run.ending, "package %s is being ended already".formatted(id));
        refuse(
                run.state() == PackageState.ACCEPTED,
                "the result of package %s is already accepted; drop the package to leave it out".formatted(id));
    }

    private PackageRun open(String id) {
        PackageRun run = state.known(id);
        refuse(run.state().ended(), "package %s is %s".formatted(id, run.state().wire()));
        return run;
    }

    private static void length(String text, String by) {
        refuse(text.length() > Action.MAX_TEXT, "the text is longer than %d characters".formatted(Action.MAX_TEXT));
        refuse(by.length() > Action.MAX_BY, "the name is longer than %d characters".formatted(Action.MAX_BY));
    }

    private static void refuse(boolean condition, String why) {
        if (condition) {
            throw notNow(why);
        }
    }

    private static ApplicationFailure notNow(String message) {
        return ApplicationFailure.newNonRetryableFailure(message, FailureTypes.NOT_NOW);
    }
}

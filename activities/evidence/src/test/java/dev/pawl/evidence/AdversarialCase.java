package dev.pawl.evidence;

import dev.pawl.workflows.model.request.AgentSpec;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.Must;
import dev.pawl.workflows.model.request.Prompt;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.model.request.WorkspaceSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A scripted agent at work on a small repository, and what has to be decided about its result.
 *
 * @param kind row of the table of evidence.md
 * @param language column of the table
 * @param shows a text among the reasons
 * @param namespace whether it runs where the user's directory is read-only
 * @param needs programs without which it cannot run
 * @param files of the base
 * @param request by the path of the repository
 * @param script of the shell
 */
record AdversarialCase(
        String name,
        String kind,
        String language,
        Expected expected,
        String shows,
        boolean namespace,
        List<String> needs,
        Map<String, String> files,
        Function<String, TaskRequest> request,
        String script) {

    enum Expected {
        ACCEPTED,
        SENT_BACK,
        ASKED,
        /** Sent back or asked about. */
        REFUSED,
        /** Accepted, since no check can find it. */
        UNDECIDABLE;

        static Expected of(String decision) {
            return switch (decision) {
                case "accept" -> ACCEPTED;
                case "retry" -> SENT_BACK;
                case "escalate" -> ASKED;
                default -> throw new IllegalArgumentException(decision);
            };
        }

        boolean is(String decision) {
            return switch (this) {
                case ACCEPTED, UNDECIDABLE -> decision.equals("accept");
                case SENT_BACK -> decision.equals("retry");
                case ASKED -> decision.equals("escalate");
                case REFUSED -> !decision.equals("accept");
            };
        }
    }

    /** A trick and its honest twin are a pair. */
    private static final int PAIR = 2;

    private static final int EVERY_FOURTH_PAIR = 4;

    /** All, those of scripts first. */
    static Stream<AdversarialCase> all() throws Exception {
        return Stream.concat(scripts(), generated().stream());
    }

    /** Those of scripts and a fourth of the generated ones, of every language: all of them take half an hour. */
    static Stream<AdversarialCase> sample() throws Exception {
        List<AdversarialCase> generated = generated();
        return Stream.concat(
                scripts(),
                IntStream.range(0, generated.size())
                        .filter(i -> i / PAIR % EVERY_FOURTH_PAIR == 0)
                        .mapToObj(generated::get));
    }

    private static Stream<AdversarialCase> scripts() throws Exception {
        return ScriptedAgent.all().map(ScriptedAgent::asCase);
    }

    private static List<AdversarialCase> generated() {
        return Ecosystem.all().stream().flatMap(AdversarialCase::of).toList();
    }

    private static Stream<AdversarialCase> of(Ecosystem in) {
        List<AdversarialCase> cases = new ArrayList<>();
        for (Trick trick : Trick.values()) {
            if (trick.fits(in)) {
                AgentScript play = new AgentScript();
                trick.play(play, in);
                cases.add(of(trick, in, trick.undecidable() ? Expected.UNDECIDABLE : Expected.REFUSED, play));
                AgentScript twin = new AgentScript();
                trick.twin(twin, in);
                cases.add(of(trick, in, Expected.ACCEPTED, twin));
            }
        }
        return cases.stream();
    }

    private static AdversarialCase of(Trick trick, Ecosystem in, Expected expected, AgentScript script) {
        String twin = expected == Expected.ACCEPTED ? "honest twin of " : "";
        String name = "%s %s%s".formatted(in.name(), twin, trick.key());
        return of(in, name, trick.kind(), expected, trick.run(in), script);
    }

    /** One beside the set. */
    static AdversarialCase of(Ecosystem in, String kind, Expected expected, AgentScript script) {
        return of(in, "%s %s".formatted(in.name(), kind), kind, expected, in.run(), script);
    }

    private static AdversarialCase of(
            Ecosystem in, String name, String kind, Expected expected, String run, AgentScript script) {
        return new AdversarialCase(
                name,
                kind,
                in.language(),
                expected,
                "",
                true,
                in.needs(),
                in.files(),
                source -> request(name, source, run, in.work()),
                script.text());
    }

    private static TaskRequest request(String name, String source, String run, String work) {
        return TaskRequest.builder(name, Prompt.inline("Make add right."), AgentSpec.command(List.of("sh")))
                .workspace(WorkspaceSpec.isolated(source))
                .files(List.of(work))
                .checks(List.of(new CheckSpec("tests", run, Duration.ofMinutes(4), Must.PASS, 0, null)))
                .build();
    }

    @Override
    public String toString() {
        return name;
    }
}

package dev.pawl.cli.plandraft;

import dev.pawl.cli.planfile.PlanFile;
import dev.pawl.cli.planfile.PlanFileParser;
import dev.pawl.cli.taskfile.AgentsFile;
import dev.pawl.cli.yaml.InvalidFileException;
import dev.pawl.cli.yaml.Problems;
import dev.pawl.cli.yaml.Source;
import dev.pawl.cli.yaml.Yaml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/**
 * A valid plan that an agent drafted.
 *
 * @param text of the plan file: the draft as it is, with the user's keys at its beginning
 */
public record DraftedPlan(String text, PlanFile plan) {
    /**
     * @param draft the file that the agent wrote
     * @param agents that the user's keys may name in addition to the built-in ones
     * @param home of the user
     * @throws InvalidFileException with every problem, at its place in the draft
     */
    public static DraftedPlan of(byte[] draft, UsersKeys chosen, AgentsFile agents, Path home)
            throws InvalidFileException, IOException {
        Problems problems = new Problems();
        problems.yamlStartsAtLine(1);
        String yaml = Source.printable(Source.text(draft, problems), 1, problems);
        MappingNode keys = problems.none() ? Yaml.plain(yaml, Draft.LARGEST, "the plan", problems) : null;
        if (keys == null) {
            throw invalid(problems);
        }
        MappingNode allowed = new DraftRules(problems).allowed(keys);
        PlanFileParser.read(chosen.with(allowed), chosen.file(), agents, home, problems);
        Mark beginning = beginning(keys, problems);
        if (beginning == null || !problems.none()) {
            throw invalid(problems);
        }
        int at = yaml.offsetByCodePoints(0, beginning.getIndex());
        String text = yaml.substring(0, at) + chosen.yaml() + yaml.substring(at);
        return new DraftedPlan(
                text, PlanFileParser.parse(text.getBytes(StandardCharsets.UTF_8), chosen.file(), agents, home));
    }

    private static InvalidFileException invalid(Problems problems) {
        return new InvalidFileException(Path.of(Draft.FILE), problems.sorted());
    }

    /**
     * Where the first key is; null if there is a problem. Comments and the start of the document stay before it.
     */
    private static @Nullable Mark beginning(MappingNode keys, Problems problems) {
        Optional<Mark> start = keys.getStartMark()
                .filter(mark -> mark.getColumn() == 0)
                .filter(mark -> keys.getFlowStyle() == FlowStyle.BLOCK);
        if (start.isEmpty() && problems.none()) {
            problems.at(keys, "the keys of the plan do not start their lines", "write each without indentation");
        }
        return start.orElse(null);
    }
}

package dev.pawl.agent.contract;

import dev.pawl.agent.Agent;
import dev.pawl.agent.AgentListener;
import dev.pawl.agent.AgentRun;
import dev.pawl.agent.AgentSettings;
import dev.pawl.agent.catalog.AgentCatalog;
import dev.pawl.agent.command.CommandAgent;
import dev.pawl.agent.command.CommandOutputs;
import dev.pawl.agent.output.AgentOutput;
import dev.pawl.agent.program.AgentProgram;
import dev.pawl.agent.program.ProgramAgent;
import dev.pawl.agent.program.ProgramFacts;
import dev.pawl.host.process.ProcessSupervisor;
import dev.pawl.workflows.model.request.AgentSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * An adapter under the contract.
 *
 * @param title for people
 * @param version of the replayed program; empty if any
 * @param executable file name of the replayed program
 * @param spec its form in tasks
 */
record Adapter(
        String title,
        String version,
        String executable,
        AgentSpec spec,
        BiFunction<ProcessSupervisor, AgentSettings, Agent> agents,
        BiFunction<AgentRun, AgentListener, AgentOutput> outputs) {
    private static final String MODEL = "some-model";
    private static final String ANY_PROGRAM = "some-program";

    /** All agents that Pawl supports, in the order of lists. */
    static List<Adapter> all() {
        List<Adapter> all = new ArrayList<>(
                AgentCatalog.programs().stream().map(Adapter::of).toList());
        all.add(command());
        return all;
    }

    static Adapter of(AgentProgram program) {
        ProgramFacts facts = program.facts();
        return new Adapter(
                facts.title(),
                facts.version(),
                facts.executable(),
                AgentSpec.of(facts.name()).withModel(MODEL),
                (supervisor, settings) -> new ProgramAgent(program, supervisor, settings),
                program::output);
    }

    private static Adapter command() {
        return new Adapter(
                "any program",
                "",
                ANY_PROGRAM,
                AgentSpec.command(List.of(ANY_PROGRAM)).withModel(MODEL),
                CommandAgent::new,
                (run, listener) -> CommandOutputs.output(listener));
    }

    String name() {
        return spec.name();
    }

    Recordings recordings() {
        return Recordings.of(name());
    }
}

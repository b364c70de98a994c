package dev.pawl.evidence.report;

import java.util.List;

/** Reads the results of one kind of test runner from its output. */
@FunctionalInterface
public interface RunnerOutput {
    List<RunnerOutput> ALL = List.of(
            new PytestOutput(),
            new UnittestOutput(),
            new GoTestOutput(),
            new CargoTestOutput(),
            new SurefireOutput(),
            new GradleOutput(),
            new JestOutput(),
            new MochaOutput(),
            new NodeTestOutput(),
            GoTestJson::of,
            new CargoTestJson(),
            new JestJson(),
            new PrintedXml(),
            new TapOutput(),
            new ProveOutput(),
            CountingOutput.RSPEC,
            CountingOutput.MINITEST,
            CountingOutput.PHPUNIT_GREEN,
            CountingOutput.PHPUNIT,
            CountingOutput.DOTNET,
            CountingOutput.DOTNET_SUMMARY,
            CountingOutput.CTEST,
            CountingOutput.NEXTEST,
            CountingOutput.BATS);

    /** @return {@link TestReport#NONE} for output of anything else */
    TestReport read(List<String> lines);

    /** The sum of all runners that the output contains. */
    static TestReport of(String output) {
        List<String> lines = PlainText.of(output).lines().toList();
        TestReport all = TestReport.NONE;
        for (RunnerOutput runner : ALL) {
            all = all.plus(runner.read(lines));
        }
        return all;
    }
}

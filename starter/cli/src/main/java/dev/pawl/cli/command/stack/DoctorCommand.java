package dev.pawl.cli.command.stack;

import com.google.gson.JsonObject;
import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.VerifyRequest;
import dev.pawl.api.v1.VerifyResponse;
import dev.pawl.cli.command.option.OutputOption;
import dev.pawl.cli.connection.ConnectionOptions;
import dev.pawl.cli.doctor.Doctor;
import dev.pawl.cli.doctor.Finding;
import dev.pawl.cli.doctor.GatewayFindings;
import dev.pawl.cli.document.AuditDocument;
import dev.pawl.cli.document.Json;
import dev.pawl.cli.invocation.CommandFailure;
import dev.pawl.cli.invocation.Context;
import dev.pawl.cli.invocation.ExitCode;
import dev.pawl.cli.report.AuditReport;
import dev.pawl.cli.terminal.Style;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        description = {
            "Show what is installed on this machine, what is missing and what to do about it.",
            "If a gateway runs: also its engine, its database, and tasks that make no progress.",
            "Exit code 3 if something is missing that every task needs.",
            "With --verify: compare rows, engine and hosts instead, and list inconsistencies.",
            "Exit code 6 if inconsistencies remain."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  pawl doctor", "  pawl doctor -o json", "  pawl doctor --verify", "  pawl doctor --verify --repair"
        })
public final class DoctorCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private OutputOption output;

    @Mixin
    private ConnectionOptions connection;

    @Option(names = "--verify", description = "Compare the database with the engine and with every host.")
    private boolean verify;

    @Option(names = "--repair", description = "As --verify, and repair what can be repaired without losing data.")
    private boolean repair;

    DoctorCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        return verify || repair ? verified() : looked();
    }

    private int verified() throws IOException {
        try (PawlClient client = connection.open()) {
            VerifyResponse audit = client.audit()
                    .verify(VerifyRequest.newBuilder().setRepair(repair).build());
            output.print(() -> AuditReport.lines(audit, context.terminal().outStyle()), () -> AuditDocument.of(audit));
            return AuditReport.left(audit) == 0 ? 0 : ExitCode.INTERNAL.code();
        }
    }

    private int looked() throws IOException {
        List<Finding> findings = new ArrayList<>(new Doctor(context).findings());
        findings.addAll(ofGateway());
        output.printAll(
                () -> lines(findings),
                () -> findings.stream().map(DoctorCommand::document).toList());
        boolean missing = findings.stream().anyMatch(finding -> finding.state() == Finding.State.MISSING);
        return missing ? ExitCode.CONFIGURATION.code() : 0;
    }

    /** A failure to reach the gateway is a finding too, beside those about the machine. */
    private List<Finding> ofGateway() {
        try {
            Optional<PawlClient> gateway = connection.find();
            if (gateway.isEmpty()) {
                return List.of();
            }
            try (PawlClient client = gateway.get()) {
                return new GatewayFindings(client).findings();
            }
        } catch (NoSuchFileException absent) {
            return List.of(Finding.misconfigured("no file " + absent.getFile()));
        } catch (IOException | CommandFailure | IllegalArgumentException wrong) {
            return List.of(Finding.misconfigured(Objects.requireNonNullElse(wrong.getMessage(), wrong.toString())));
        }
    }

    private List<String> lines(List<Finding> findings) {
        Style style = context.terminal().outStyle();
        List<String> lines = new ArrayList<>();
        for (Finding finding : findings) {
            String mark = switch (finding.state()) {
                case OK -> style.good("ok     ");
                case NOTE -> style.attention("note   ");
                case MISSING -> style.bad("missing");
            };
            lines.add("%s  %-12s %s".formatted(mark, finding.area(), finding.found()));
            if (finding.advice() != null) {
                lines.add(" ".repeat(22) + "-> " + finding.advice());
            }
        }
        return lines;
    }

    private static JsonObject document(Finding finding) {
        JsonObject json = new JsonObject();
        json.addProperty("area", finding.area());
        json.addProperty("state", finding.state().name().toLowerCase(Locale.ROOT));
        json.addProperty("found", finding.found());
        json.add("advice", Json.text(finding.advice()));
        return json;
    }
}

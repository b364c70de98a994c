package dev.pawl.gateway.view;

import dev.pawl.api.v1.CheckFile;
import dev.pawl.api.v1.Control;
import dev.pawl.api.v1.Proof;
import dev.pawl.workflows.model.evidence.Evidence;

/** Why the checks of an iteration may be trusted. */
final class ProofMessages {
    private ProofMessages() {}

    static Proof of(Evidence evidence) {
        Proof.Builder proof = Proof.newBuilder()
                .setVerified(evidence.verified())
                .setTree(evidence.tree())
                .addAllUnknown(evidence.proof().unknown());
        for (var file : evidence.proof().checkFiles()) {
            proof.addCheckFiles(CheckFile.newBuilder()
                    .setPath(file.path())
                    .setWhy(file.why())
                    .setKeptAsInBase(file.keptAsInBase()));
        }
        for (var control : evidence.proof().controls()) {
            proof.addControls(Control.newBuilder()
                    .setCheck(control.check())
                    .setState(control.state().wire())
                    .addAllPutBack(control.putBack())
                    .addAllEmptied(control.emptied())
                    .addAllCauses(control.causes())
                    .setLine(control.line()));
        }
        return proof.build();
    }
}

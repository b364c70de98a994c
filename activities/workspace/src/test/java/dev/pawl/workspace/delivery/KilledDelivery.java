package dev.pawl.workspace.delivery;

import dev.pawl.workflows.model.request.DeliverMode;
import dev.pawl.workspace.directory.Given;
import java.nio.file.Path;

/** A process that delivers and is killed, as by a power cut, between two of its writes. */
final class KilledDelivery {
    static final int KILLED = 137;

    private KilledDelivery() {}

    public static void main(String[] arguments) {
        Path root = Path.of(arguments[0]);
        InterruptedDeliveryTest.Counter counter = new InterruptedDeliveryTest.Counter(Integer.parseInt(arguments[2])) {
            @Override
            void end() {
                Runtime.getRuntime().halt(KILLED);
            }
        };
        new ResultDelivery(new Given(root).workspaces)
                .deliver("t1", new DeliverySpec(DeliverMode.APPLY, null, "Title"), arguments[1], counter);
    }
}

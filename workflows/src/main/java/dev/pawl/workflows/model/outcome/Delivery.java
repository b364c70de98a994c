package dev.pawl.workflows.model.outcome;

/**
 * How a task's result was delivered, or why not.
 *
 * @param detail one line for people: what was delivered where, or what failed and the next step; empty for {@code none}
 */
public record Delivery(DeliveryState state, String detail) {
    public static final Delivery NONE = new Delivery(DeliveryState.NONE, "");

    public static Delivery delivered(String detail) {
        return new Delivery(DeliveryState.DELIVERED, detail);
    }

    public static Delivery failed(String detail) {
        return new Delivery(DeliveryState.FAILED, detail);
    }
}

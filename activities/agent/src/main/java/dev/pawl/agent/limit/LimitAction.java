package dev.pawl.agent.limit;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How to react to a refusal. */
public enum LimitAction {
    /** The account, or one of its models, is not served before a time. */
    @JsonProperty("park")
    PARK,
    /** The same request will be served within seconds to minutes. */
    @JsonProperty("soon")
    SOON,
    /** {@link #SOON} if the time is near, else {@link #PARK}. */
    @JsonProperty("by-time")
    BY_TIME,
    /** Only a person can help: credits, a plan, a spend limit. */
    @JsonProperty("ask")
    ASK,
    @JsonProperty("not-signed-in")
    NOT_SIGNED_IN,
    /** The agent's session is full. */
    @JsonProperty("new-session")
    NEW_SESSION,
    /** Not a limit, whatever the words look like. */
    @JsonProperty("none")
    NONE
}

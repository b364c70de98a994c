package dev.pawl.agent.limit;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What follows from a refusal. */
public enum LimitAction {
    /** The account, or one of its models, takes nothing before a time. */
    @JsonProperty("park")
    PARK,
    /** The same request is served in seconds to minutes. */
    @JsonProperty("soon")
    SOON,
    /** {@link #SOON} if it says so, else {@link #PARK}. */
    @JsonProperty("by-time")
    BY_TIME,
    /** Only a person can help: credits, a plan, a spend limit. */
    @JsonProperty("ask")
    ASK,
    @JsonProperty("not-signed-in")
    NOT_SIGNED_IN,
    /** The session of the agent is full. */
    @JsonProperty("new-session")
    NEW_SESSION,
    /** No limit, whatever the words look like. */
    @JsonProperty("none")
    NONE
}

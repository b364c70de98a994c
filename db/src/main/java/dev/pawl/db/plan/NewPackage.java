package dev.pawl.db.plan;

/** @param request JSON */
public record NewPackage(String id, String request) {}

package org.atelier.users;

import java.util.HashMap;
import java.util.Map;
import org.atelier.audit.Action;
import org.atelier.audit.Actor;
import org.atelier.audit.Audit;
import org.atelier.audit.Target;

/** Tells the audit what an administrator decided about somebody: a line for each thing that is different now. */
final class Decisions {
    private Decisions() {}

    static void tell(Audit audit, Actor actor, Users.Changed changed) {
        var before = changed.before();
        var after = changed.after();
        var target = Target.user(after.id(), after.email().address());
        if (before.role() != after.role()) {
            audit.record(
                    actor, Action.ROLE_CHANGED, target, Map.of("role", before.role()), Map.of("role", after.role()));
        }
        if (before.status() != after.status()) {
            audit.record(
                    actor,
                    Action.ACCOUNT_CHANGED,
                    target,
                    Map.of("status", before.status()),
                    Map.of("status", after.status()));
        }
        var was = budget(before);
        var is = budget(after);
        if (!was.equals(is)) {
            audit.record(actor, Action.BUDGET_CHANGED, target, was, is);
        }
    }

    private static Map<String, Object> budget(User user) {
        var fields = new HashMap<String, Object>();
        fields.put("decided", user.ownBudget());
        user.budget().ifPresent(budget -> {
            // As text: 5 and 5.0000000000 are one amount.
            fields.put("amount", budget.amount().toString());
            fields.put("period", budget.period());
        });
        return fields;
    }
}

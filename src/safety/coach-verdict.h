#pragma once

#include "catalog.h"
#include "coach-profile.h"

G_BEGIN_DECLS

/**
 * CoachVerdict:
 *
 * What the rules say of one move for one profile, with every reason that led to it. Immutable.
 */
typedef struct _CoachVerdict CoachVerdict;

#define COACH_TYPE_VERDICT (coach_verdict_get_type ())
GType                   coach_verdict_get_type      (void);

CoachVerdict           *coach_verdict_for_move      (CoachCatalog *catalog,
                                                     CoachProfile *profile,
                                                     CoachMove    *move);
CoachVerdict           *coach_verdict_ref           (CoachVerdict *self);
void                    coach_verdict_unref         (CoachVerdict *self);

CoachVerdictLevel       coach_verdict_get_level     (CoachVerdict *self);
const char * const     *coach_verdict_get_because   (CoachVerdict *self);
guint                   coach_verdict_get_n_rules   (CoachVerdict *self);
const CoachRule        *coach_verdict_get_rule      (CoachVerdict *self,
                                                     guint         index);
char                  **coach_verdict_dup_reasons   (CoachVerdict *self);

GPtrArray              *coach_verdicts_for_routine  (CoachCatalog *catalog,
                                                     CoachProfile *profile,
                                                     CoachRoutine *routine);
CoachVerdictLevel       coach_verdicts_get_worst    (GPtrArray    *verdicts);
GPtrArray              *coach_safety_dup_substitutes (CoachCatalog *catalog,
                                                      CoachProfile *profile,
                                                      CoachMove    *move);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachVerdict, coach_verdict_unref)

G_END_DECLS

#pragma once

#include "catalog.h"
#include "coach-profile.h"

G_BEGIN_DECLS

/**
 * CoachReasonKind:
 * @COACH_REASON_RULE: a rule of the catalogue
 * @COACH_REASON_LIMIT: a limit that follows from a warning-sign answer
 * @COACH_REASON_DAY: today's pain, trend or flare
 * @COACH_REASON_BENCHED: it hurt not long ago
 * @COACH_REASON_FORBIDDEN: a clinician forbade it
 * @COACH_REASON_ALLOWED: a clinician allowed what the rules would leave out
 * @COACH_REASON_NEVER: the person does not want it
 * @COACH_REASON_UNKNOWN: a newer version noted something that this one does not know
 *
 * Where a reason comes from.
 */
typedef enum
{
  COACH_REASON_RULE,
  COACH_REASON_LIMIT,
  COACH_REASON_DAY,
  COACH_REASON_BENCHED,
  COACH_REASON_FORBIDDEN,
  COACH_REASON_ALLOWED,
  COACH_REASON_NEVER,
  COACH_REASON_UNKNOWN,
} CoachReasonKind;

/**
 * CoachReason:
 * @kind: where it comes from
 * @level: what it leads to
 * @condition: (nullable): the condition, of a rule; lives in the catalogue, as @trait does
 * @trait: (nullable): the trait, where one is meant
 * @text: (translatable): why, in a sentence
 *
 * One reason of a verdict.
 */
typedef struct
{
  CoachReasonKind    kind;
  CoachVerdictLevel  level;
  const char        *condition;
  const char        *trait;
  char              *text;
} CoachReason;

/**
 * CoachVerdict:
 *
 * What the rules, the day and the orders say of one move for one profile, with every reason that
 * led to it. A boxed, reference-counted, immutable value.
 *
 * The worst of these counts:
 *
 * - the person's own "never" and a clinician's "forbidden", of the move or of one of its traits:
 *   avoid;
 * - the move is left out for a while because it hurt: avoid, until the last day of the bench;
 * - one of its traits is left out today: avoid;
 * - a limit that follows from a warning-sign answer: avoid, or caution where it says so;
 * - a rule of the catalogue for one of the person's conditions or of the day's: as it says;
 * - the profile has a condition, or a ban of a trait, that only a newer version knows: caution, for
 *   no rule here can tell which moves are meant.
 *
 * A clinician's "allowed" wins over the rules in the safe, stated way: where a *rule* or a *limit*
 * says avoid, it becomes caution, never allow, and that it was allowed is a reason of its own.
 * Allowed of the move, it softens all of its rules and limits; allowed of a trait, those of that
 * trait alone. It lifts no "never", no ban, no bench, no trait of the day, and it has no say where
 * warning-sign answers block exercises. What is caution stays caution.
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
guint                   coach_verdict_get_n_reasons (CoachVerdict *self);
const CoachReason      *coach_verdict_get_reason    (CoachVerdict *self,
                                                     guint         index);
char                  **coach_verdict_dup_reasons   (CoachVerdict *self);

/* Only the level, without the reasons: for lists. */
CoachVerdictLevel       coach_safety_get_level      (CoachCatalog *catalog,
                                                     CoachProfile *profile,
                                                     CoachMove    *move);
GPtrArray              *coach_verdicts_for_routine  (CoachCatalog *catalog,
                                                     CoachProfile *profile,
                                                     CoachRoutine *routine);
CoachVerdictLevel       coach_verdicts_get_worst    (GPtrArray    *verdicts);
GPtrArray              *coach_safety_dup_substitutes (CoachCatalog *catalog,
                                                      CoachProfile *profile,
                                                      CoachMove    *move);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachVerdict, coach_verdict_unref)

G_END_DECLS

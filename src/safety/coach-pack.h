#pragma once

#include "catalog.h"
#include "coach-pain.h"
#include "coach-screening-decision.h"

G_BEGIN_DECLS

/**
 * CoachPackUse:
 * @kind: heat or cold
 * @began: (not nullable): local time with its offset
 * @length_s: how long it was on, in seconds
 *
 * A pack that was on before.
 */
typedef struct
{
  CoachPackKind  kind;
  GDateTime     *began;
  guint          length_s;
} CoachPackUse;

/**
 * CoachPackFacts:
 * @catalog: the catalogue
 * @decision: (nullable): what the warning-sign answers come to; %NULL when nothing is known, which
 *   speaks against a pack
 * @conditions: (nullable) (array zero-terminated=1): ids of all that the person has
 * @pain: (nullable): the newest check-in, whenever it was
 * @earlier: (array length=n_earlier): packs that were on before, in any order
 * @n_earlier: how many
 * @now: the local time
 *
 * All that the rules for warm and cold packs look at.
 */
typedef struct
{
  CoachCatalog           *catalog;
  CoachScreeningDecision *decision;
  const char * const     *conditions;
  const CoachPain        *pain;
  const CoachPackUse     *earlier;
  guint                   n_earlier;
  GDateTime              *now;
} CoachPackFacts;

char     **coach_pack_dup_refusals      (const CoachPackFacts *facts,
                                         CoachPackKind         kind,
                                         CoachSide             side);
CoachSide  coach_pack_choose_side       (const CoachPackFacts *facts);
char     **coach_pack_dup_notes         (const CoachPackFacts *facts,
                                         CoachPackKind         kind);
gboolean   coach_pack_asks_whether_skin_is_normal (const CoachPackFacts *facts,
                                                   CoachPackKind         kind);
char     **coach_pack_dup_directions    (CoachPackKind         kind);
char     **coach_pack_dup_precautions   (CoachPackKind         kind);

G_END_DECLS

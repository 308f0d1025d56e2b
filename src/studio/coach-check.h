#pragma once

#include "coach-take.h"

G_BEGIN_DECLS

/**
 * CoachFindingKind:
 * @COACH_FINDING_FLOOR: a part is below the floor
 * @COACH_FINDING_PROP: a part is inside a prop
 * @COACH_FINDING_OVERLAP: a part is inside another
 * @COACH_FINDING_LIMIT: a joint is beyond its limit
 * @COACH_FINDING_CONTACT: a contact is not reached
 * @COACH_FINDING_SLIDE: a planted point slides
 * @COACH_FINDING_EDGE: a point rests beside the thing that it is meant to rest on
 * @COACH_FINDING_SPEED: a limb or a joint is too fast for a calm exercise
 * @COACH_FINDING_POP: a joint changes its speed in no time
 * @COACH_FINDING_SEAM: the loop does not end where it began
 * @COACH_FINDING_CAMERA: a part leaves the middle of the picture
 * @COACH_FINDING_KEY: a position of the catalogue has no key
 * @COACH_FINDING_ANGLE: a key has not the angles of the catalogue
 *
 * What may be wrong with a motion.
 */
typedef enum
{
  COACH_FINDING_FLOOR,
  COACH_FINDING_PROP,
  COACH_FINDING_OVERLAP,
  COACH_FINDING_LIMIT,
  COACH_FINDING_CONTACT,
  COACH_FINDING_SLIDE,
  COACH_FINDING_EDGE,
  COACH_FINDING_SPEED,
  COACH_FINDING_POP,
  COACH_FINDING_SEAM,
  COACH_FINDING_CAMERA,
  COACH_FINDING_KEY,
  COACH_FINDING_ANGLE,
} CoachFindingKind;

/**
 * CoachFinding:
 * @kind: what is wrong
 * @subject: with what: a segment, a contact, an angle
 * @t_s: when it is at its worst
 * @value: how much it is, in the unit of its limit
 * @limit: how much it may be
 *
 * Something that is wrong with a motion.
 */
typedef struct
{
  CoachFindingKind kind;
  char            *subject;
  double           t_s;
  double           value;
  double           limit;
} CoachFinding;

void         coach_finding_free      (CoachFinding       *self);
char        *coach_finding_to_string (const CoachFinding *self);
CoachSample *coach_check_sample      (const CoachTake    *take,
                                      guint              *n);
GPtrArray   *coach_check_samples     (const CoachTake    *take,
                                      const CoachSample  *samples,
                                      guint               n);
gboolean     coach_check_catalog     (const CoachTake    *take,
                                      const char         *catalog_folder,
                                      GPtrArray          *findings,
                                      GPtrArray          *not_checked,
                                      GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CoachFinding, coach_finding_free)

G_END_DECLS

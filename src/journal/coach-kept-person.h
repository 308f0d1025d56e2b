#pragma once

#include "coach-journal.h"

G_BEGIN_DECLS

/**
 * CoachKeptPerson:
 * @profile: (owned): what is known, with what the day asks; empty when nobody was read
 * @decision: (owned) (nullable): what answers and check-ins come to; %NULL when nobody was read
 * @is_there: whether anything is kept of them
 * @problem: (owned) (nullable): what could not be understood, and was taken for the more careful
 *   thing; %NULL when all could
 *
 * A person as they are kept, for somebody who only looks.
 */
typedef struct
{
  CoachProfile           *profile;
  CoachScreeningDecision *decision;
  gboolean                is_there;
  char                   *problem;
} CoachKeptPerson;

gboolean coach_kept_person_read      (CoachKeptPerson  *self,
                                      CoachCatalog     *catalog,
                                      CoachPlaces      *places,
                                      GDateTime        *now,
                                      GError          **error);
gboolean coach_kept_person_read_file (CoachKeptPerson  *self,
                                      CoachCatalog     *catalog,
                                      const char       *path,
                                      const GDate      *today,
                                      GError          **error);
gboolean coach_kept_person_is_locked (const CoachKeptPerson *self);
void     coach_kept_person_clear     (CoachKeptPerson  *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CoachKeptPerson, coach_kept_person_clear)

G_END_DECLS

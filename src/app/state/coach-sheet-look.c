#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-sheet-look.h"

/**
 * coach_sheet_look_copy:
 * @self: a look
 * @copy: (out caller-allocates): an empty look
 *
 * Copies a look for a sheet that is made later.
 */
void
coach_sheet_look_copy (const CoachSheetLook *self,
                       CoachSheetLook       *copy)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (copy != NULL);

  *copy = *self;
  copy->name = g_strdup (self->name);
}

/**
 * coach_sheet_look_clear:
 * @self: a look
 *
 * Frees what a look holds; it is then that of somebody who has chosen nothing.
 */
void
coach_sheet_look_clear (CoachSheetLook *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->name);
  *self = (CoachSheetLook) { 0 };
}

#define G_LOG_DOMAIN "lowtidectl"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "coach-ctl.h"

static gboolean
looks_like_file (const char *operand)
{
  return strchr (operand, '/') != NULL || g_str_has_suffix (operand, ".json");
}

/**
 * coach_ctl_set_unknown:
 * @catalog: the catalogue
 * @id: what nothing is called
 *
 * Sets the error that says so, with the move that was most likely meant.
 */
void
coach_ctl_set_unknown (CoachCatalog  *catalog,
                       const char    *id,
                       GError       **error)
{
  g_autofree char *safe = coach_ctl_dup_safe (id);
  g_autoptr (GPtrArray) similar = coach_catalog_search (catalog, safe);

  if (similar->len > 0)
    g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_UNKNOWN,
                 _("nothing is called “%s”; did you mean %s?"), safe,
                 coach_move_get_id (g_ptr_array_index (similar, 0)));
  else
    g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_UNKNOWN, _("nothing is called “%s”"),
                 safe);
}

/**
 * coach_ctl_subject_find:
 * @self: (out caller-allocates): what was found
 * @catalog: the catalogue
 * @operand: an id, or the path of a content file
 *
 * Finds the move or routine that a command is to work on. What has a slash or ends in `.json` is a
 * file; so is any other word that is no id and is the name of a file.
 *
 * Returns: whether it was found
 * Throws: [error@CatalogError], %COACH_CTL_ERROR_UNKNOWN
 */
gboolean
coach_ctl_subject_find (CoachCtlSubject  *self,
                        CoachCatalog     *catalog,
                        const char       *operand,
                        GError          **error)
{
  *self = (CoachCtlSubject) { NULL, NULL };
  if (!looks_like_file (operand))
    {
      self->move = coach_catalog_lookup_move (catalog, operand);
      if (self->move == NULL)
        self->routine = coach_catalog_lookup_routine (catalog, operand);
      if (self->move != NULL)
        g_object_ref (self->move);
      if (self->routine != NULL)
        g_object_ref (self->routine);
      if (self->move != NULL || self->routine != NULL)
        return TRUE;
      if (!g_file_test (operand, G_FILE_TEST_IS_REGULAR))
        {
          coach_ctl_set_unknown (catalog, operand, error);
          return FALSE;
        }
    }
  return coach_catalog_read_file (catalog, operand, &self->routine, &self->move, error);
}

/**
 * coach_ctl_subject_clear:
 * @self: a subject
 *
 * Drops what it holds.
 */
void
coach_ctl_subject_clear (CoachCtlSubject *self)
{
  g_clear_object (&self->move);
  g_clear_object (&self->routine);
}

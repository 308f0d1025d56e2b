#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-autostart-file.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#define FOLDER "autostart"
#define NAME   APP_ID ".Reminder.desktop"

/* The entry by which desktops without systemd start the reminder at login. */

static char *
build_path (CoachPlaces *places)
{
  return g_build_filename (coach_places_get_config_dir (places), FOLDER, NAME, NULL);
}

/**
 * coach_autostart_file_is_there:
 * @places: the folders
 *
 * Tells whether the desktop starts the reminder at login, as far as its own files say: many tools
 * switch an entry off by a key in it.
 *
 * Returns: whether there is an entry that is not switched off
 */
gboolean
coach_autostart_file_is_there (CoachPlaces *places)
{
  g_autoptr (GKeyFile) entry = g_key_file_new ();
  g_autofree char *path = NULL;

  g_return_val_if_fail (COACH_IS_PLACES (places), FALSE);

  path = build_path (places);
  if (!g_key_file_load_from_file (entry, path, G_KEY_FILE_NONE, NULL))
    return FALSE;
  if (g_key_file_get_boolean (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_HIDDEN, NULL))
    return FALSE;
  return !g_key_file_has_key (entry, G_KEY_FILE_DESKTOP_GROUP, "X-GNOME-Autostart-enabled", NULL)
         || g_key_file_get_boolean (entry, G_KEY_FILE_DESKTOP_GROUP, "X-GNOME-Autostart-enabled",
                                    NULL);
}

static char *
make_entry (void)
{
  g_autoptr (GKeyFile) entry = g_key_file_new ();
  const char *group = G_KEY_FILE_DESKTOP_GROUP;

  g_key_file_set_string (entry, group, G_KEY_FILE_DESKTOP_KEY_TYPE, "Application");
  g_key_file_set_string (entry, group, G_KEY_FILE_DESKTOP_KEY_NAME, _("Lowtide Reminder"));
  g_key_file_set_string (entry, group, G_KEY_FILE_DESKTOP_KEY_COMMENT,
                         _("Reminds you to stand up after a while of sitting"));
  g_key_file_set_string (entry, group, G_KEY_FILE_DESKTOP_KEY_ICON, APP_ID);
  g_key_file_set_string (entry, group, G_KEY_FILE_DESKTOP_KEY_EXEC,
                         "\"" BINDIR "/lowtide-reminder\"");
  g_key_file_set_boolean (entry, group, G_KEY_FILE_DESKTOP_KEY_NO_DISPLAY, TRUE);
  g_key_file_set_boolean (entry, group, "X-GNOME-Autostart-enabled", TRUE);
  return g_key_file_to_data (entry, NULL, NULL);
}

/**
 * coach_autostart_file_write:
 * @places: the folders
 *
 * Has the desktop start the reminder at login.
 *
 * Returns: whether the entry is there, whole
 */
gboolean
coach_autostart_file_write (CoachPlaces  *places,
                            GError      **error)
{
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (COACH_IS_PLACES (places), FALSE);

  path = build_path (places);
  folder = g_path_get_dirname (path);
  text = make_entry ();
  g_mkdir_with_parents (folder, 0700);
  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0644, error);
}

/**
 * coach_autostart_file_remove:
 * @places: the folders
 *
 * Has the desktop start the reminder no longer.
 *
 * Returns: whether there is no entry
 */
gboolean
coach_autostart_file_remove (CoachPlaces  *places,
                             GError      **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (COACH_IS_PLACES (places), FALSE);

  path = build_path (places);
  file = g_file_new_for_path (path);
  if (g_file_delete (file, NULL, &local)
      || g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

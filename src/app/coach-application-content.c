#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-application-private.h"

#include <glib/gi18n.h>

#include "coach-alert.h"

/* What is to be told: in passing, where there is no heading. */
typedef struct
{
  char     *heading;
  char     *body;
  gboolean  was_hinted_at; /* in passing, during a session */
} Telling;

static void
telling_free (gpointer data)
{
  Telling *telling = data;

  g_free (telling->heading);
  g_free (telling->body);
  g_free (telling);
}

static void
show_telling (CoachWindow   *window,
              const Telling *telling)
{
  if (telling->heading != NULL)
    coach_alert_show (GTK_WINDOW (window), telling->heading, telling->body);
  else
    coach_window_tell (window, telling->body);
}

/* Who lies on the floor cannot press OK: what must be read waits for the end of the session. */
static gboolean
is_to_wait (CoachWindow *window,
            Telling     *telling)
{
  if (telling->heading == NULL || !coach_window_is_in_session (window))
    return FALSE;
  if (!telling->was_hinted_at)
    coach_window_tell (window, telling->heading);
  telling->was_hinted_at = TRUE;
  return TRUE;
}

/* Tells what waits for a window, where there is one. */
void
coach_application_tell_untold (CoachApplication *self)
{
  CoachWindow *window = coach_application_get_window (self);
  guint i = 0;

  while (window != NULL && i < self->untold->len)
    {
      Telling *telling = g_ptr_array_index (self->untold, i);

      if (is_to_wait (window, telling))
        {
          i++;
          continue;
        }
      show_telling (window, telling);
      g_ptr_array_remove_index (self->untold, i);
    }
}

static void
tell (CoachApplication *self,
      const char       *heading,
      const char       *body)
{
  Telling *telling = g_new (Telling, 1);

  *telling = (Telling) { .heading = g_strdup (heading), .body = g_strdup (body) };
  g_ptr_array_add (self->untold, telling);
  coach_application_tell_untold (self);
}

static void
keeper_told_cb (CoachKeeper      *keeper,
                const char       *heading,
                const char       *body,
                CoachApplication *self)
{
  tell (self, heading, body);
}

static void
flare_ended_cb (CoachAppContext  *context,
                CoachApplication *self)
{
  tell (self, NULL, _("Two better days: the sorer spell is over, and so is flare-up mode."));
}

void
coach_application_init_content (CoachApplication *self)
{
  self->untold = g_ptr_array_new_with_free_func (telling_free);
}

/* Reads the exercises and what the person said, and makes what all windows share. */
void
coach_application_load_content (CoachApplication *self)
{
  g_autoptr (CoachCatalog) catalog = NULL;
  g_autoptr (CoachProfile) profile = coach_profile_new ();
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_auto (GStrv) environment = g_get_environ ();

  catalog = coach_catalog_load (coach_places_get_catalog_dir (self->places), &self->failure);
  if (catalog == NULL)
    return;
  self->context = coach_app_context_new (catalog, profile, self->places, self->clock, settings);
  self->keeper = coach_keeper_new (coach_app_context_get_journal (self->context), self->clock);
  g_signal_connect_object (self->keeper, "told", G_CALLBACK (keeper_told_cb), self, 0);
  coach_keeper_load_profile (self->keeper, profile, catalog);
  coach_keeper_load_diary (self->keeper, coach_app_context_get_diary (self->context));
  coach_keeper_keep (self->keeper);
  g_signal_connect_object (self->context, "flare-ended", G_CALLBACK (flare_ended_cb), self, 0);
  coach_app_context_refresh (self->context);
  self->morning = coach_morning_question_new (GTK_APPLICATION (self), self->context);
  self->packs = coach_pack_controller_new (GTK_APPLICATION (self), self->context);
  self->reminder = coach_reminder_controller_new (
      self->context, g_application_get_dbus_connection (G_APPLICATION (self)));
  coach_speaker_connect (coach_app_context_get_speaker (self->context),
                         g_application_get_dbus_connection (G_APPLICATION (self)),
                         (const char *const *) environment);
}

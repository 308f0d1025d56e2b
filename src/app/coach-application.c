#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-application.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "coach-application-private.h"
#include "coach-preferences-window.h"
#include "coach-warning-signs-window.h"

/**
 * CoachApplication:
 *
 * The process: one instance, its actions, and what all its windows share.
 */
G_DEFINE_FINAL_TYPE (CoachApplication, coach_application, ADW_TYPE_APPLICATION)

CoachWindow *
coach_application_get_window (CoachApplication *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *l = windows; l != NULL; l = l->next)
    if (COACH_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

/* Without its content the program could only guess: it says what is wrong and does nothing else. */
static void
show_failure (CoachApplication *self)
{
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWindow *window;
  g_autofree char *escaped = g_markup_escape_text (self->failure->message, -1);

  builder = gtk_builder_new_from_resource ("/org/lowtide/Lowtide/ui/coach-failure-window.ui");
  adw_status_page_set_description (
      ADW_STATUS_PAGE (gtk_builder_get_object (builder, "status_page")), escaped);
  window = GTK_WINDOW (gtk_builder_get_object (builder, "window"));
  gtk_window_set_application (window, GTK_APPLICATION (self));
  gtk_window_present (window);
}

/* The speech server is looked for early, so that the first word of a session does not wait. */
static gboolean
find_voice_cb (gpointer user_data)
{
  CoachApplication *self = COACH_APPLICATION (user_data);
  CoachSpeaker *speaker = coach_app_context_get_speaker (self->context);

  if (coach_speaker_get_talk (speaker) != COACH_TALK_SOUNDS)
    coach_speaker_get_voice (speaker);
  return G_SOURCE_REMOVE;
}

static void
first_frame_painted_cb (GdkFrameClock    *frame_clock,
                        CoachApplication *self)
{
  g_debug ("First frame painted");
  g_signal_handlers_disconnect_by_func (frame_clock, first_frame_painted_cb, self);
  g_idle_add_full (G_PRIORITY_LOW, find_voice_cb, g_object_ref (self), g_object_unref);
}

static void
window_realized_cb (GtkWidget        *window,
                    CoachApplication *self)
{
  g_signal_connect_object (gtk_widget_get_frame_clock (window), "after-paint",
                           G_CALLBACK (first_frame_painted_cb), self, 0);
}

static CoachWindow *
ensure_window (CoachApplication *self)
{
  CoachWindow *window = coach_application_get_window (self);

  if (window != NULL || self->context == NULL)
    return window;
  window = coach_window_new (GTK_APPLICATION (self), self->context);
  g_signal_connect_object (window, "realize", G_CALLBACK (window_realized_cb), self, 0);
  g_signal_connect_object (window, "session-ended", G_CALLBACK (coach_application_tell_untold), self,
                           G_CONNECT_SWAPPED);
  coach_window_greet (window);
  return window;
}

static void
coach_application_activate (GApplication *application)
{
  CoachApplication *self = COACH_APPLICATION (application);
  CoachWindow *window = ensure_window (self);

  if (window == NULL)
    {
      show_failure (self);
      return;
    }
  coach_app_context_refresh (self->context);
  gtk_window_present (GTK_WINDOW (window));
  coach_application_tell_untold (self);
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  CoachApplication *self = COACH_APPLICATION (user_data);
  CoachWindow *window = coach_application_get_window (self);

  if (self->morning != NULL)
    coach_morning_question_stop (self->morning);
  if (window != NULL)
    coach_window_close (window);
  else
    g_application_quit (G_APPLICATION (self));
}

static void
show_about_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  CoachApplication *self = COACH_APPLICATION (user_data);
  const char *developers[] = { "The Lowtide developers", NULL };

  adw_show_about_window (
      gtk_application_get_active_window (GTK_APPLICATION (self)), "application-name", "Lowtide",
      "application-icon", APP_ID, "version", PACKAGE_VERSION, "developer-name",
      _("The Lowtide developers"), "developers", developers, "license-type", GTK_LICENSE_GPL_3_0,
      "copyright", "© 2026 The Lowtide developers",
      /* Translators: put your name here, one to a line */
      "translator-credits", _("translator-credits"), "comments",
      _("Lowtide gives general information for adults and teenagers from 16. It cannot examine "
        "you and does not replace a doctor or physiotherapist. Stop if something feels wrong. "
        "Numb between the legs, bladder or bowel changes, or both legs affected: get emergency "
        "help now."),
      NULL);
}

static void
show_preferences_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  CoachApplication *self = COACH_APPLICATION (user_data);

  if (self->context != NULL)
    gtk_window_present (GTK_WINDOW (coach_preferences_window_new (
        gtk_application_get_active_window (GTK_APPLICATION (self)), self->context)));
}

/* One is enough, however often it is asked for. */
static void
show_warning_signs_cb (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  CoachApplication *self = COACH_APPLICATION (user_data);

  if (self->context == NULL)
    return;
  if (self->warning_signs == NULL)
    g_set_weak_pointer (&self->warning_signs,
                        GTK_WINDOW (coach_warning_signs_window_new (
                            gtk_application_get_active_window (GTK_APPLICATION (self)),
                            self->context)));
  gtk_window_present (self->warning_signs);
}

static void
show_shortcuts_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWindow *window;

  builder = gtk_builder_new_from_resource ("/org/lowtide/Lowtide/ui/coach-shortcuts-window.ui");
  window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts_window"));
  gtk_window_set_transient_for (window, gtk_application_get_active_window (user_data));
  gtk_window_present (window);
}

static void
start_today_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  CoachWindow *window;

  g_application_activate (user_data);
  window = coach_application_get_window (COACH_APPLICATION (user_data));
  if (window != NULL)
    coach_window_start_today (window);
}

static void
start_routine_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  CoachApplication *self = COACH_APPLICATION (user_data);
  const char *id = g_variant_get_string (parameter, NULL);
  CoachRoutine *routine;
  CoachWindow *window;
  g_autofree char *text = NULL;

  g_application_activate (user_data);
  window = coach_application_get_window (self);
  if (window == NULL)
    return;
  routine = coach_catalog_lookup_routine (coach_app_context_get_catalog (self->context), id);
  if (routine != NULL)
    {
      coach_window_start_routine (window, routine);
      return;
    }
  /* Translators: %s is what was asked for, such as "desk-break-2" */
  text = g_strdup_printf (_("There is no routine called “%s”."), id);
  coach_window_tell (window, text);
}

static void
open_moves_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  CoachWindow *window;

  g_application_activate (user_data);
  window = coach_application_get_window (COACH_APPLICATION (user_data));
  if (window != NULL)
    coach_window_show_view (window, "moves");
}

/* What is open to be asked is on Today. */
static void
show_check_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  CoachWindow *window;

  g_application_activate (user_data);
  window = coach_application_get_window (COACH_APPLICATION (user_data));
  if (window != NULL)
    coach_window_show_check (window);
}

static void
add_actions (CoachApplication *self)
{
  static const GActionEntry entries[] = {
    { .name = "about", .activate = show_about_cb },
    { .name = "open-moves", .activate = open_moves_cb },
    { .name = "preferences", .activate = show_preferences_cb },
    { .name = "quit", .activate = quit_cb },
    { .name = "shortcuts", .activate = show_shortcuts_cb },
    { .name = "show-check", .activate = show_check_cb },
    { .name = "start-routine", .activate = start_routine_cb, .parameter_type = "s" },
    { .name = "start-today", .activate = start_today_cb },
    { .name = "warning-signs", .activate = show_warning_signs_cb },
  };
  static const struct
  {
    const char *action;
    const char *keys[3];
  } accels[] = {
    { "app.preferences", { "<Primary>comma", NULL } },
    { "app.quit", { "<Primary>q", NULL } },
    { "app.shortcuts", { "<Primary>question", NULL } },
    { "win.back", { "<Alt>Left", NULL } },
    { "win.check-in", { "<Primary>i", NULL } },
    { "win.print", { "<Primary>p", NULL } },
    { "win.search", { "<Primary>f", NULL } },
    { "win.show-view('today')", { "<Alt>1", NULL } },
    { "win.show-view('routines')", { "<Alt>2", NULL } },
    { "win.show-view('moves')", { "<Alt>3", NULL } },
    { "win.toggle-fullscreen", { "F11", NULL } },
    { "window.close", { "<Primary>w", NULL } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action,
                                           accels[i].keys);
}

/* Whichever process has the windows does it: this one, or the one that runs already. */
static int
coach_application_handle_local_options (GApplication *application,
                                        GVariantDict *options)
{
  g_autofree const char **routines = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_variant_dict_contains (options, "start"))
    return -1;
  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }
  if (g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&s", &routines)
      && routines[0] != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (application), "start-routine",
                                    g_variant_new_string (routines[0]));
  else
    g_action_group_activate_action (G_ACTION_GROUP (application), "start-today", NULL);
  return -1;
}

static void
coach_application_startup (GApplication *application)
{
  CoachApplication *self = COACH_APPLICATION (application);

  G_APPLICATION_CLASS (coach_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (APP_ID);
  add_actions (self);
  coach_application_load_content (self);
  coach_application_add_data_actions (self);
}

static void
coach_application_shutdown (GApplication *application)
{
  CoachApplication *self = COACH_APPLICATION (application);

  if (self->packs != NULL)
    coach_pack_controller_end (self->packs);
  if (self->keeper != NULL)
    coach_keeper_flush (self->keeper);
  if (self->reminder != NULL)
    coach_reminder_controller_end (self->reminder);

  G_APPLICATION_CLASS (coach_application_parent_class)->shutdown (application);
}

static void
coach_application_dispose (GObject *object)
{
  CoachApplication *self = COACH_APPLICATION (object);

  g_clear_weak_pointer (&self->warning_signs);
  g_clear_object (&self->packs);
  g_clear_object (&self->reminder);
  g_clear_object (&self->morning);
  g_clear_object (&self->context);
  g_clear_object (&self->keeper);
  g_clear_object (&self->places);
  g_clear_object (&self->clock);
  g_clear_error (&self->failure);
  g_clear_pointer (&self->untold, g_ptr_array_unref);

  G_OBJECT_CLASS (coach_application_parent_class)->dispose (object);
}

static void
coach_application_class_init (CoachApplicationClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = coach_application_dispose;
  G_APPLICATION_CLASS (klass)->activate = coach_application_activate;
  G_APPLICATION_CLASS (klass)->handle_local_options = coach_application_handle_local_options;
  G_APPLICATION_CLASS (klass)->shutdown = coach_application_shutdown;
  G_APPLICATION_CLASS (klass)->startup = coach_application_startup;
}

static void
coach_application_init (CoachApplication *self)
{
  static const GOptionEntry entries[] = {
    { "start", 's', 0, G_OPTION_ARG_NONE, NULL,
      N_("Lead to the session of today, or of ROUTINE"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, NULL, NULL, N_("[ROUTINE]") },
    { NULL }
  };

  coach_application_init_content (self);
  g_application_add_main_option_entries (G_APPLICATION (self), entries);
}

/**
 * coach_application_new:
 * @places: the folders
 * @clock: the clock
 *
 * Makes the application.
 *
 * Returns: (transfer full): the application
 */
CoachApplication *
coach_application_new (CoachPlaces *places,
                       CoachClock  *clock)
{
  CoachApplication *self;

  g_return_val_if_fail (COACH_IS_PLACES (places), NULL);
  g_return_val_if_fail (COACH_IS_CLOCK (clock), NULL);

  self = g_object_new (COACH_TYPE_APPLICATION, "application-id", APP_ID, NULL);
  self->places = g_object_ref (places);
  self->clock = g_object_ref (clock);
  return self;
}

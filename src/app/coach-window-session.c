#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-window-private.h"

#include <glib/gi18n.h>

#include "coach-finish-page.h"
#include "coach-prompter.h"
#include "coach-session-page.h"

/* The session that runs in a window. */

void
coach_window_let_screen_sleep (CoachWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (self->inhibit_id != 0 && application != NULL)
    gtk_application_uninhibit (application, self->inhibit_id);
  self->inhibit_id = 0;
}

static void
keep_screen_awake (CoachWindow *self)
{
  coach_window_let_screen_sleep (self);
  self->inhibit_id
      = gtk_application_inhibit (gtk_window_get_application (GTK_WINDOW (self)), GTK_WINDOW (self),
                                 GTK_APPLICATION_INHIBIT_IDLE,
                                 _("An exercise session is running"));
}

/* What was done takes the place of the session, even under a page that lies over it. */
static void
show_finish (CoachWindow        *self,
             CoachSessionReport *report)
{
  GtkWidget *old = self->session_page;
  GtkWidget *finish = coach_finish_page_new (self->context, report);

  self->session_page = NULL;
  if (coach_window_get_visible_page (self) == old)
    coach_window_replace_page (self, finish);
  else
    coach_window_replace_page_below (self, finish, old);
}

static void
session_finished_cb (CoachSession       *session,
                     CoachSessionReport *report,
                     CoachWindow        *self)
{
  coach_window_let_screen_sleep (self);
  coach_reminder_link_set_session (coach_app_context_get_reminder (self->context), FALSE);
  if (gtk_window_is_fullscreen (GTK_WINDOW (self)))
    gtk_window_unfullscreen (GTK_WINDOW (self));
  g_clear_object (&self->remote);
  show_finish (self, report);
  g_clear_object (&self->session);
  g_signal_emit_by_name (self, "session-ended");
}

/* Before a break of a minute or two nobody was asked, and nobody is asked after it. */
static const CoachPain *
find_before (CoachWindow *self,
             CoachPlan   *plan)
{
  g_autoptr (GDateTime) now = coach_app_context_dup_now (self->context);

  if (coach_routine_get_occasion (coach_plan_get_routine (plan)) == COACH_OCCASION_MICRO)
    return NULL;
  return coach_diary_get_pain_of (coach_app_context_get_diary (self->context), now);
}

static void
speech_missing_cb (CoachWindow *self)
{
  coach_window_tell (self, _("Nothing here can speak, so sounds lead you. Preferences say how to "
                             "get speech."));
}

/* It holds the sounds ready, which nobody needs any more. */
static void
prompter_ended_cb (CoachWindow *self)
{
  g_clear_object (&self->prompter);
}

static void
begin_prompting (CoachWindow *self)
{
  g_autoptr (CoachCueSounds) sounds = NULL;

  g_clear_object (&self->prompter);
  sounds = coach_cue_sounds_new (coach_app_context_get_places (self->context));
  self->prompter = coach_prompter_new (self->session, coach_app_context_get_clock (self->context),
                                       coach_app_context_get_speaker (self->context), sounds,
                                       coach_app_context_get_settings (self->context));
  g_signal_connect_object (self->prompter, "speech-missing", G_CALLBACK (speech_missing_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->prompter, "ended", G_CALLBACK (prompter_ended_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Begins a session; only the gate does. Its page takes the place of @replaced, where there is one. */
void
coach_window_begin_session (CoachWindow *self,
                            CoachPlan   *plan,
                            GtkWidget   *replaced)
{
  CoachDiary *diary = coach_app_context_get_diary (self->context);
  CoachClock *clock = coach_app_context_get_clock (self->context);

  g_clear_object (&self->session);
  self->session = coach_session_new (plan, clock);
  /* It hears of the end before the window does, which shows what it has put down. */
  g_clear_object (&self->recorder);
  self->recorder = coach_session_recorder_new (diary, self->session, clock,
                                               find_before (self, plan));
  g_signal_connect_object (self->session, "finished", G_CALLBACK (session_finished_cb), self, 0);
  begin_prompting (self);
  keep_screen_awake (self);
  coach_reminder_link_set_session (coach_app_context_get_reminder (self->context), TRUE);
  self->session_page = coach_session_page_new (self->context, self->session);
  coach_window_push_page (self, self->session_page);
  if (replaced != NULL)
    coach_window_drop_page (self, replaced);
  g_clear_object (&self->remote);
  self->remote = coach_remote_controller_new (GTK_WINDOW (self), self->session_page, self->context,
                                              self->session);
  coach_session_start (self->session);
}

/* A toast would lie over "It hurts". Returns whether a session is seen, and it was told there. */
gboolean
coach_window_tell_in_session (CoachWindow *self,
                              const char  *text)
{
  if (self->session_page == NULL || coach_window_get_visible_page (self) != self->session_page)
    return FALSE;
  coach_session_page_tell (COACH_SESSION_PAGE (self->session_page), text);
  return TRUE;
}

/* Ends the session that runs; what was done is kept. */
void
coach_window_end_session (CoachWindow *self)
{
  g_autoptr (CoachSession) session = NULL;

  if (self->session == NULL)
    return;
  session = g_object_ref (self->session);
  coach_session_stop (session);
}

/* In a session full screen is for somebody who is far away. */
void
coach_window_toggle_fullscreen (CoachWindow *self)
{
  GtkWindow *window = GTK_WINDOW (self);

  if (self->session_page != NULL && coach_window_get_visible_page (self) == self->session_page)
    gtk_widget_activate_action (self->session_page, "far-view.toggle", NULL);
  else if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    gtk_window_fullscreen (window);
}

/* Keys, and the desktop with its own, may be pressed by a knee: a session that is seen asks before
 * it is left. Returns whether it does. */
gboolean
coach_window_ask_to_leave (CoachWindow *self)
{
  if (self->session_page == NULL || coach_window_get_visible_page (self) != self->session_page)
    return FALSE;
  coach_session_page_ask_end (COACH_SESSION_PAGE (self->session_page));
  return TRUE;
}

/**
 * coach_window_is_in_session:
 * @self: a window
 *
 * Tells whether an exercise session runs in it.
 *
 * Returns: whether one does
 */
gboolean
coach_window_is_in_session (CoachWindow *self)
{
  g_return_val_if_fail (COACH_IS_WINDOW (self), FALSE);

  return self->session_page != NULL;
}

/**
 * coach_window_close:
 * @self: a window
 *
 * Closes it without asking, even in a session; the steps that were done are kept.
 */
void
coach_window_close (CoachWindow *self)
{
  g_return_if_fail (COACH_IS_WINDOW (self));

  self->is_closing = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

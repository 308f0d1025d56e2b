#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-session-notice.h"

/* Long enough to be read, from further away than a toast. */
#define SHOWN_SECONDS 10

struct _CoachSessionNotice
{
  GtkWidget  parent_instance;

  GtkWidget *label;   /* (unowned) (nullable) once disposed */
  guint      hide_id; /* 0 while nothing is told */
};

/**
 * CoachSessionNotice:
 *
 * Tells something in passing over the picture of a session. A toast would lie over the controls, and
 * "It hurts" must be within reach at any time. Nothing of it can be pressed.
 */
G_DEFINE_FINAL_TYPE (CoachSessionNotice, coach_session_notice, GTK_TYPE_WIDGET)

static gboolean
time_over_cb (gpointer user_data)
{
  CoachSessionNotice *self = COACH_SESSION_NOTICE (user_data);

  self->hide_id = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  return G_SOURCE_REMOVE;
}

static void
coach_session_notice_dispose (GObject *object)
{
  CoachSessionNotice *self = COACH_SESSION_NOTICE (object);

  g_clear_handle_id (&self->hide_id, g_source_remove);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (coach_session_notice_parent_class)->dispose (object);
}

static void
coach_session_notice_class_init (CoachSessionNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_session_notice_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
coach_session_notice_init (CoachSessionNotice *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->label, "session-notice");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * coach_session_notice_tell:
 * @self: a notice
 * @text: a translated sentence
 *
 * Shows a sentence for some seconds, in the place of one that was there.
 */
void
coach_session_notice_tell (CoachSessionNotice *self,
                           const char         *text)
{
  g_return_if_fail (COACH_IS_SESSION_NOTICE (self));
  g_return_if_fail (text != NULL);

  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  g_clear_handle_id (&self->hide_id, g_source_remove);
  self->hide_id = g_timeout_add_seconds (SHOWN_SECONDS, time_over_cb, self);
}

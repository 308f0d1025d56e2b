#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-session-notice.h"

/* Long enough to be read, from further away than a toast. */
#define SHOWN_SECONDS 10

struct _CoachSessionNotice
{
  GtkWidget  parent_instance;

  GtkWidget *label;   /* (unowned) (nullable) once disposed */
  guint      hide_id; /* 0 while nothing is seen of it */
  char      *unheard; /* (owned) (nullable): what no screen reader was told yet */
};

/**
 * CoachSessionNotice:
 *
 * Tells something in passing over the picture of a session. A toast would lie over the controls, and
 * "It hurts" must be within reach at any time. Nothing of it can be pressed. What is told while the
 * picture is hidden, behind the far view, waits until it is seen.
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
start_time (CoachSessionNotice *self)
{
  g_clear_handle_id (&self->hide_id, g_source_remove);
  self->hide_id = g_timeout_add_seconds (SHOWN_SECONDS, time_over_cb, self);
}

static void
coach_session_notice_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (coach_session_notice_parent_class)->map (widget);
  start_time (COACH_SESSION_NOTICE (widget));
}

/* What was not seen for long enough is shown once more. */
static void
coach_session_notice_unmap (GtkWidget *widget)
{
  CoachSessionNotice *self = COACH_SESSION_NOTICE (widget);

  g_clear_handle_id (&self->hide_id, g_source_remove);
  GTK_WIDGET_CLASS (coach_session_notice_parent_class)->unmap (widget);
}

static void
coach_session_notice_dispose (GObject *object)
{
  CoachSessionNotice *self = COACH_SESSION_NOTICE (object);

  g_clear_handle_id (&self->hide_id, g_source_remove);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->unheard, g_free);

  G_OBJECT_CLASS (coach_session_notice_parent_class)->dispose (object);
}

static void
coach_session_notice_class_init (CoachSessionNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_session_notice_dispose;
  widget_class->map = coach_session_notice_map;
  widget_class->unmap = coach_session_notice_unmap;

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
  g_free (self->unheard);
  self->unheard = g_strdup (text);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    start_time (self);
}

/**
 * coach_session_notice_steal_unheard:
 * @self: a notice
 *
 * Takes what is still to be told to those who listen to a screen reader.
 *
 * Returns: (transfer full) (nullable): the sentence
 */
char *
coach_session_notice_steal_unheard (CoachSessionNotice *self)
{
  g_return_val_if_fail (COACH_IS_SESSION_NOTICE (self), NULL);

  return g_steal_pointer (&self->unheard);
}

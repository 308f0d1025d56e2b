#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-pack-window.h"

#include <glib/gi18n.h>

#include "coach-focus-keeper.h"
#include "coach-text-list.h"
#include "coach-wrap-layout.h"

/* Pixels; the height follows from what is asked. */
#define WIDTH 460

/* What is asked; each leads to the next by a yes, and to the end by a no. */
typedef enum
{
  STEP_SKIN,    /* is the skin back to normal? Only after the other kind. */
  STEP_FEELING, /* can warm and cold be felt, and does nothing speak against it? */
} Step;

struct _CoachPackWindow
{
  AdwWindow         parent_instance;

  CoachSafetyGuide *guide; /* (owned) (not nullable) */
  CoachPackKind     kind;
  Step              step;

  GtkWidget        *asking;
  GtkLabel         *question_label;
  GtkWidget        *precautions;
  CoachTextList    *directions_list;
  CoachTextList    *precautions_list;
  GtkWidget        *answers;
  GtkLabel         *refusal_label;
  GtkWidget        *ends;
  GtkWidget        *new_button;
  GtkWidget        *close_button;
};

typedef enum
{
  SIGNAL_AGREED,
  SIGNAL_NEW_NUMBNESS,
} CoachPackWindowSignal;

static guint signals[SIGNAL_NEW_NUMBNESS + 1];

/**
 * CoachPackWindow:
 *
 * Asks before each warm or cold pack what only the person can know. Whatever is no, or left open,
 * starts nothing.
 */
G_DEFINE_FINAL_TYPE (CoachPackWindow, coach_pack_window, ADW_TYPE_WINDOW)

static const char *
get_skin_question (CoachPackKind kind)
{
  if (kind == COACH_PACK_HEAT)
    return _("Is the skin back to normal after the cold pack?");
  return _("Is the skin back to normal after the warm pack?");
}

static const char *
get_refusal (Step step)
{
  if (step == STEP_SKIN)
    return _("Wait until the skin is back to normal. Then come back, if you like.");
  return _("Leave it out then: skin that does not feel warm and cold well may not notice a burn. "
           "Talk to a doctor or physiotherapist about it. If skin has newly gone numb, a few "
           "questions say what to do.");
}

/* A window that is shown keeps its height by itself, whatever it has to show. */
static void
fit (CoachPackWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, -1);
}

static void
show_step (CoachPackWindow *self,
           Step             step)
{
  const char *question;

  self->step = step;
  question = step == STEP_SKIN
                 ? get_skin_question (self->kind)
                 : coach_safety_guide_get_text (self->guide, COACH_SAFETY_TEXT_HEAT_QUESTION);
  gtk_label_set_text (self->question_label, question);
  gtk_widget_set_visible (self->precautions, step == STEP_FEELING);
  fit (self);
}

static void
say_yes_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  CoachPackWindow *self = COACH_PACK_WINDOW (widget);

  if (self->step == STEP_SKIN)
    {
      show_step (self, STEP_FEELING);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_AGREED], 0, (int) self->kind);
  gtk_window_close (GTK_WINDOW (self));
}

static void
say_no_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  CoachPackWindow *self = COACH_PACK_WINDOW (widget);

  gtk_label_set_text (self->refusal_label, get_refusal (self->step));
  gtk_widget_set_visible (self->asking, FALSE);
  gtk_widget_set_visible (self->answers, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), TRUE);
  gtk_widget_set_visible (self->new_button, self->step == STEP_FEELING);
  gtk_widget_set_visible (self->ends, TRUE);
  fit (self);
  gtk_widget_grab_focus (self->close_button);
}

static void
say_new_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_NEW_NUMBNESS], 0);
  gtk_window_close (GTK_WINDOW (widget));
}

/* What this person is to keep to comes before what everybody is. */
static void
fill (CoachPackWindow      *self,
      const CoachPackOffer *offer)
{
  g_auto (GStrv) directions = coach_pack_dup_directions (offer->kind);
  g_auto (GStrv) precautions = coach_pack_dup_precautions (offer->kind);
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  g_strv_builder_addv (all, (const char **) offer->notes);
  g_strv_builder_addv (all, (const char **) directions);
  list = g_strv_builder_end (all);
  coach_text_list_set_items (self->directions_list, (const char * const *) list);
  coach_text_list_set_items (self->precautions_list, (const char * const *) precautions);
  gtk_window_set_title (GTK_WINDOW (self),
                        offer->kind == COACH_PACK_HEAT ? _("Before Heat") : _("Before Cold"));
  show_step (self, offer->asks_skin ? STEP_SKIN : STEP_FEELING);
}

static void
coach_pack_window_dispose (GObject *object)
{
  CoachPackWindow *self = COACH_PACK_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_PACK_WINDOW);
  g_clear_object (&self->guide);

  G_OBJECT_CLASS (coach_pack_window_parent_class)->dispose (object);
}

static void
coach_pack_window_class_init (CoachPackWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_pack_window_dispose;

  /**
   * CoachPackWindow::agreed:
   * @self: the window
   * @kind: a [enum@PackKind]
   *
   * All was answered with yes: the pack may be put on.
   */
  signals[SIGNAL_AGREED] = g_signal_new ("agreed", COACH_TYPE_PACK_WINDOW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * CoachPackWindow::new-numbness:
   * @self: the window
   *
   * Skin cannot feel warm and cold, and that is new: the person wants the questions about it.
   */
  signals[SIGNAL_NEW_NUMBNESS] = g_signal_new ("new-numbness", COACH_TYPE_PACK_WINDOW,
                                               G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                               0);

  g_type_ensure (COACH_TYPE_TEXT_LIST);
  g_type_ensure (COACH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/pages/coach-pack-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachPackWindow, answers);
  gtk_widget_class_bind_template_child (widget_class, CoachPackWindow, asking);
  gtk_widget_class_bind_template_child (widget_class, CoachPackWindow, close_button);
  gtk_widget_class_bind_template_child (widget_class, CoachPackWindow, directions_list);
  gtk_widget_class_bind_template_child (widget_class, CoachPackWindow, ends);
  gtk_widget_class_bind_template_child (widget_class, CoachPackWindow, new_button);
  gtk_widget_class_bind_template_child (widget_class, CoachPackWindow, precautions);
  gtk_widget_class_bind_template_child (widget_class, CoachPackWindow, precautions_list);
  gtk_widget_class_bind_template_child (widget_class, CoachPackWindow, question_label);
  gtk_widget_class_bind_template_child (widget_class, CoachPackWindow, refusal_label);

  gtk_widget_class_install_action (widget_class, "pack.say-new", NULL, say_new_cb);
  gtk_widget_class_install_action (widget_class, "pack.say-no", NULL, say_no_cb);
  gtk_widget_class_install_action (widget_class, "pack.say-yes", NULL, say_yes_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
coach_pack_window_init (CoachPackWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  coach_focus_keeper_watch (GTK_WINDOW (self));
}

/**
 * coach_pack_window_new:
 * @parent: (nullable): the window it belongs to
 * @guide: the safety rules
 * @offer: what is to be put on
 *
 * Makes the window.
 *
 * Returns: (transfer none): a window; GTK owns it until it is closed
 */
GtkWidget *
coach_pack_window_new (GtkWindow            *parent,
                       CoachSafetyGuide     *guide,
                       const CoachPackOffer *offer)
{
  CoachPackWindow *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (COACH_IS_SAFETY_GUIDE (guide), NULL);
  g_return_val_if_fail (offer != NULL, NULL);

  self = g_object_new (COACH_TYPE_PACK_WINDOW, "transient-for", parent, NULL);
  self->guide = g_object_ref (guide);
  self->kind = offer->kind;
  fill (self, offer);
  return GTK_WIDGET (self);
}

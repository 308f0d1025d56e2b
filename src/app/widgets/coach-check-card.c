#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-check-card.h"

#include "coach-check-state.h"
#include "coach-pain-form.h"
#include "coach-wrap-layout.h"

struct _CoachCheckCard
{
  GtkWidget        parent_instance;

  CoachAppContext *context; /* (owned) (nullable) until it is set */
  CoachCheckState *state;   /* (owned) (nullable) until it is set */

  GtkWidget       *content;
  GtkWidget       *question_box;
  GtkLabel        *question_label;
  GtkLabel        *note_label;
  GtkWidget       *same_button;
  GtkWidget       *other_button;
  GtkRevealer     *form_revealer;
  CoachPainForm   *form;
  GtkWidget       *save_button;
  GtkBox          *notices;
};

/**
 * CoachCheckCard:
 *
 * Asks on Today how the last session agreed with the person, and says what follows. Invisible when
 * there is nothing to ask or to say.
 */
G_DEFINE_FINAL_TYPE (CoachCheckCard, coach_check_card, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_notice (CoachCheckCard         *self,
            const CoachCheckNotice *notice)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), make_label (notice->title, "section-title"));
  gtk_box_append (GTK_BOX (box), make_label (notice->text, NULL));
  gtk_widget_add_css_class (box, "check-notice");
  gtk_box_append (self->notices, box);
}

static void
update_notices (CoachCheckCard *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->notices))) != NULL)
    gtk_box_remove (self->notices, child);
  for (guint i = 0; i < self->state->notices->len; i++)
    add_notice (self, g_ptr_array_index (self->state->notices, i));
  gtk_widget_set_visible (GTK_WIDGET (self->notices), self->state->notices->len > 0);
}

/* A form that was begun for one question is not kept for another. */
static void
update_question (CoachCheckCard *self)
{
  const CoachCheckQuestion *question = self->state->question;

  gtk_widget_set_visible (self->question_box, question != NULL);
  if (question == NULL)
    {
      gtk_revealer_set_reveal_child (self->form_revealer, FALSE);
      return;
    }
  gtk_label_set_text (self->question_label, question->title);
  gtk_label_set_text (self->note_label, question->note);
  gtk_widget_set_visible (self->same_button, question->has_before);
}

static void
update_widgets (CoachCheckCard *self)
{
  g_clear_pointer (&self->state, coach_check_state_free);
  self->state = coach_check_state_new (self->context);
  update_question (self);
  update_notices (self);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          self->state->question != NULL || self->state->notices->len > 0);
}

static void
refreshed_cb (CoachCheckCard *self)
{
  update_widgets (self);
}

/* The diary changes and so does this card: what is used of it is held. */
static void
give_answer (CoachCheckCard  *self,
             const CoachPain *pain)
{
  g_autoptr (CoachCheckCard) held G_GNUC_UNUSED = g_object_ref (self);
  g_autoptr (CoachCheckState) state = g_steal_pointer (&self->state);
  const char *reason;

  gtk_revealer_set_reveal_child (self->form_revealer, FALSE);
  coach_pain_form_clear (self->form);
  reason = coach_check_state_answer (self->context, state->question, pain);
  update_widgets (self);
  if (reason != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-screening", "s", reason);
}

static void
same_clicked_cb (CoachCheckCard *self)
{
  CoachPain before = self->state->question->before;

  give_answer (self, &before);
}

static void
other_clicked_cb (CoachCheckCard *self)
{
  gtk_revealer_set_reveal_child (self->form_revealer, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->form), GTK_DIR_TAB_FORWARD);
}

static void
save_clicked_cb (CoachCheckCard *self)
{
  CoachPain pain = coach_pain_form_get_pain (self->form);

  give_answer (self, &pain);
}

static void
coach_check_card_dispose (GObject *object)
{
  CoachCheckCard *self = COACH_CHECK_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_CHECK_CARD);
  g_clear_pointer (&self->state, coach_check_state_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (coach_check_card_parent_class)->dispose (object);
}

static void
coach_check_card_class_init (CoachCheckCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_check_card_dispose;

  g_type_ensure (COACH_TYPE_PAIN_FORM);
  g_type_ensure (COACH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/widgets/coach-check-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachCheckCard, content);
  gtk_widget_class_bind_template_child (widget_class, CoachCheckCard, form);
  gtk_widget_class_bind_template_child (widget_class, CoachCheckCard, form_revealer);
  gtk_widget_class_bind_template_child (widget_class, CoachCheckCard, note_label);
  gtk_widget_class_bind_template_child (widget_class, CoachCheckCard, notices);
  gtk_widget_class_bind_template_child (widget_class, CoachCheckCard, other_button);
  gtk_widget_class_bind_template_child (widget_class, CoachCheckCard, question_box);
  gtk_widget_class_bind_template_child (widget_class, CoachCheckCard, question_label);
  gtk_widget_class_bind_template_child (widget_class, CoachCheckCard, same_button);
  gtk_widget_class_bind_template_child (widget_class, CoachCheckCard, save_button);
  gtk_widget_class_bind_template_callback (widget_class, other_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, same_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
}

static void
coach_check_card_init (CoachCheckCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_check_card_update:
 * @self: a card
 *
 * Looks again: an hour goes by, and a night, while nobody looks.
 */
void
coach_check_card_update (CoachCheckCard *self)
{
  g_return_if_fail (COACH_IS_CHECK_CARD (self));

  if (self->context != NULL)
    update_widgets (self);
}

/**
 * coach_check_card_set_context:
 * @self: a card
 * @context: the person and the diary
 *
 * Gives the card what it shows and changes. It may be set once.
 */
void
coach_check_card_set_context (CoachCheckCard  *self,
                              CoachAppContext *context)
{
  g_return_if_fail (COACH_IS_CHECK_CARD (self));
  g_return_if_fail (COACH_IS_APP_CONTEXT (context));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  coach_pain_form_set_guide (self->form,
                             coach_catalog_get_pain_guide (coach_app_context_get_catalog (context)));
  g_signal_connect_object (context, "refreshed", G_CALLBACK (refreshed_cb), self,
                           G_CONNECT_SWAPPED);
  update_widgets (self);
}

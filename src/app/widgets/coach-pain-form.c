#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-pain-form.h"

#include <glib/gi18n.h>

#include "coach-body-form.h"
#include "coach-body-map-state.h"
#include "coach-pain-form-state.h"
#include "coach-picker.h"

struct _CoachPainForm
{
  GtkWidget           parent_instance;

  CoachPainFormState  state;      /* what was answered so far */
  gboolean            is_showing; /* whether the widgets are being set by us */
  CoachPainGuide     *guide;      /* (owned) (nullable) until it is set */
  CoachBodyForm      *body_form;  /* (owned by GTK) (nullable): in place of the questions */
  gboolean            is_on_map;  /* whether something was said on it; valid with @body_form */

  GtkBox             *content;
  GtkWidget          *questions_box;
  GtkButton          *map_button;
  CoachPicker        *reach_picker;
  GtkWidget          *sides_box;
  CoachPicker        *sides_picker;
  GtkWidget          *back_box;
  CoachPicker        *back_picker;
  GtkWidget          *leg_box;
  CoachPicker        *leg_picker;
  GtkLabel           *anchors_label;
  GtkLabel           *numb_label;
  GtkLabel           *weak_label;
  GtkLabel           *burning_label;
  GtkCheckButton     *left_numb;
  GtkCheckButton     *right_numb;
  GtkCheckButton     *left_weak;
  GtkCheckButton     *right_weak;
  GtkCheckButton     *left_burning;
  GtkCheckButton     *right_burning;
};

typedef enum
{
  PROP_IS_COMPLETE = 1,
} CoachPainFormProperty;

static GParamSpec *properties[PROP_IS_COMPLETE + 1];

/**
 * CoachPainForm:
 *
 * Asks where it hurts and how much: how far down, on which side, the score of the back and of the
 * leg, and what else a leg feels. What does not apply is not asked. Who would rather show it has the
 * body map in place of the questions.
 */
G_DEFINE_FINAL_TYPE (CoachPainForm, coach_pain_form, GTK_TYPE_WIDGET)

static CoachPainFlags
read_flags (GtkCheckButton *numb,
            GtkCheckButton *weak,
            GtkCheckButton *burning)
{
  return (gtk_check_button_get_active (numb) ? COACH_PAIN_NUMBNESS : 0)
         | (gtk_check_button_get_active (weak) ? COACH_PAIN_WEAKNESS : 0)
         | (gtk_check_button_get_active (burning) ? COACH_PAIN_BURNING : 0);
}

static void
show_flags (CoachPainFlags  flags,
            GtkCheckButton *numb,
            GtkCheckButton *weak,
            GtkCheckButton *burning)
{
  gtk_check_button_set_active (numb, (flags & COACH_PAIN_NUMBNESS) != 0);
  gtk_check_button_set_active (weak, (flags & COACH_PAIN_WEAKNESS) != 0);
  gtk_check_button_set_active (burning, (flags & COACH_PAIN_BURNING) != 0);
}

static void
update_widgets (CoachPainForm *self)
{
  const CoachPainFormState *state = &self->state;

  gtk_widget_set_visible (self->sides_box, coach_pain_form_state_asks_sides (state));
  gtk_widget_set_visible (self->back_box, coach_pain_form_state_asks_back (state));
  gtk_widget_set_visible (self->leg_box, coach_pain_form_state_asks_leg (state));
}

static void
show_state (CoachPainForm *self)
{
  const CoachPainFormState *state = &self->state;

  self->is_showing = TRUE;
  coach_picker_set_selected (self->reach_picker, state->reach);
  coach_picker_set_selected (self->sides_picker, state->sides);
  coach_picker_set_selected (self->back_picker, state->back);
  coach_picker_set_selected (self->leg_picker, state->leg);
  show_flags (state->left, self->left_numb, self->left_weak, self->left_burning);
  show_flags (state->right, self->right_numb, self->right_weak, self->right_burning);
  self->is_showing = FALSE;
  update_widgets (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_COMPLETE]);
}

static void
answer_changed_cb (CoachPainForm *self)
{
  if (self->is_showing)
    return;
  self->state = (CoachPainFormState) {
    .reach = coach_picker_get_selected (self->reach_picker),
    .sides = coach_picker_get_selected (self->sides_picker),
    .back = coach_picker_get_selected (self->back_picker),
    .leg = coach_picker_get_selected (self->leg_picker),
    .left = read_flags (self->left_numb, self->left_weak, self->left_burning),
    .right = read_flags (self->right_numb, self->right_weak, self->right_burning),
  };
  update_widgets (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_COMPLETE]);
}

static void
body_form_changed_cb (CoachPainForm *self)
{
  self->is_on_map = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_COMPLETE]);
}

/* What was answered so far is on the map, too. It is made when it is wanted: few want it here. */
static void
show_map (CoachPainForm *self)
{
  CoachPain pain = { .left = self->state.left, .right = self->state.right };

  self->is_on_map = coach_pain_form_state_is_complete (&self->state);
  if (self->is_on_map)
    pain = coach_pain_form_state_get_pain (&self->state);
  self->body_form = g_object_new (COACH_TYPE_BODY_FORM, NULL);
  coach_body_form_set_guide (self->body_form, self->guide);
  coach_body_form_set_pain (self->body_form, &pain);
  g_signal_connect_object (self->body_form, "changed", G_CALLBACK (body_form_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_insert_child_after (self->content, GTK_WIDGET (self->body_form), self->questions_box);
}

static void
hide_map (CoachPainForm *self)
{
  if (self->body_form != NULL)
    gtk_box_remove (self->content, GTK_WIDGET (self->body_form));
  self->body_form = NULL;
}

static void
update_map (CoachPainForm *self)
{
  gboolean is_shown = self->body_form != NULL;

  gtk_widget_set_visible (self->questions_box, !is_shown);
  gtk_button_set_label (self->map_button,
                        is_shown ? _("Back to the questions") : _("Show on the body map"));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_COMPLETE]);
}

static void
map_clicked_cb (CoachPainForm *self)
{
  g_return_if_fail (self->guide != NULL);

  if (self->body_form != NULL)
    hide_map (self);
  else
    show_map (self);
  update_map (self);
}

static void
coach_pain_form_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  CoachPainForm *self = COACH_PAIN_FORM (object);

  switch ((CoachPainFormProperty) id)
    {
    case PROP_IS_COMPLETE:
      g_value_set_boolean (value, coach_pain_form_is_complete (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_pain_form_dispose (GObject *object)
{
  CoachPainForm *self = COACH_PAIN_FORM (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_PAIN_FORM);
  self->body_form = NULL;
  g_clear_object (&self->guide);

  G_OBJECT_CLASS (coach_pain_form_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (COACH_TYPE_PICKER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/widgets/coach-pain-form.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachPainForm, content);
  gtk_widget_class_bind_template_child (widget_class, CoachPainForm, questions_box);
  gtk_widget_class_bind_template_child (widget_class, CoachPainForm, map_button);
  gtk_widget_class_bind_template_child (widget_class, CoachPainForm, reach_picker);
  gtk_widget_class_bind_template_child (widget_class, CoachPainForm, sides_box);
  gtk_widget_class_bind_template_child (widget_class, CoachPainForm, sides_picker);
  gtk_widget_class_bind_template_child (widget_class, CoachPainForm, back_box);
  gtk_widget_class_bind_template_child (widget_class, CoachPainForm, back_picker);
  gtk_widget_class_bind_template_child (widget_class, CoachPainForm, leg_box);
  gtk_widget_class_bind_template_child (widget_class, CoachPainForm, leg_picker);
  gtk_widget_class_bind_template_child (widget_class, CoachPainForm, anchors_label);
  gtk_widget_class_bind_template_child (widget_class, CoachPainForm, numb_label);
  gtk_widget_class_bind_template_child (widget_class, CoachPainForm, weak_label);
  gtk_widget_class_bind_template_child (widget_class, CoachPainForm, burning_label);
  gtk_widget_class_bind_template_child (widget_class, CoachPainForm, left_numb);
  gtk_widget_class_bind_template_child (widget_class, CoachPainForm, right_numb);
  gtk_widget_class_bind_template_child (widget_class, CoachPainForm, left_weak);
  gtk_widget_class_bind_template_child (widget_class, CoachPainForm, right_weak);
  gtk_widget_class_bind_template_child (widget_class, CoachPainForm, left_burning);
  gtk_widget_class_bind_template_child (widget_class, CoachPainForm, right_burning);
  gtk_widget_class_bind_template_callback (widget_class, answer_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, map_clicked_cb);
}

static void
coach_pain_form_class_init (CoachPainFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = coach_pain_form_get_property;
  object_class->dispose = coach_pain_form_dispose;

  properties[PROP_IS_COMPLETE]
      = g_param_spec_boolean ("is-complete", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY
                                  | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
coach_pain_form_init (CoachPainForm *self)
{
  const char *const reaches[] = { C_("how far down", "Nowhere"), C_("how far down", "Back"),
                                  C_("how far down", "Buttock"), C_("how far down", "Thigh"),
                                  C_("how far down", "Calf"),    C_("how far down", "Foot"),
                                  NULL };
  const char *const sides[] = { C_("side that hurts", "Left"), C_("side that hurts", "Right"),
                                C_("side that hurts", "Both"), NULL };

  self->state = coach_pain_form_state_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_showing = TRUE;
  coach_picker_set_labels (self->reach_picker, reaches);
  coach_picker_set_labels (self->sides_picker, sides);
  coach_picker_set_scores (self->back_picker);
  coach_picker_set_scores (self->leg_picker);
  self->is_showing = FALSE;
  update_widgets (self);
}

/**
 * coach_pain_form_set_guide:
 * @self: a form
 * @guide: where the words of the questions come from
 *
 * Asks in the words of the clinical content.
 */
void
coach_pain_form_set_guide (CoachPainForm  *self,
                           CoachPainGuide *guide)
{
  g_autofree char *anchors = NULL;

  g_return_if_fail (COACH_IS_PAIN_FORM (self));
  g_return_if_fail (COACH_IS_PAIN_GUIDE (guide));

  g_set_object (&self->guide, guide);
  anchors = coach_body_map_describe_anchors (guide);
  gtk_label_set_text (self->anchors_label, anchors);
  gtk_label_set_text (self->numb_label,
                      coach_pain_guide_get_flag_question (guide, COACH_PAIN_NUMBNESS));
  gtk_label_set_text (self->weak_label,
                      coach_pain_guide_get_flag_question (guide, COACH_PAIN_WEAKNESS));
  gtk_label_set_text (self->burning_label,
                      coach_pain_guide_get_flag_question (guide, COACH_PAIN_BURNING));
}

/**
 * coach_pain_form_is_complete:
 * @self: a form
 *
 * Tells whether all that is asked was answered.
 *
 * Returns: whether [method@PainForm.get_pain] may be called
 */
gboolean
coach_pain_form_is_complete (CoachPainForm *self)
{
  g_return_val_if_fail (COACH_IS_PAIN_FORM (self), FALSE);

  return self->body_form != NULL ? self->is_on_map
                                 : coach_pain_form_state_is_complete (&self->state);
}

/**
 * coach_pain_form_get_pain:
 * @self: a form that is complete
 *
 * Gets where it hurts and how much.
 *
 * Returns: the answers as a map of pain
 */
CoachPain
coach_pain_form_get_pain (CoachPainForm *self)
{
  g_return_val_if_fail (COACH_IS_PAIN_FORM (self), (CoachPain) { 0 });

  if (self->body_form != NULL)
    return *coach_body_form_get_pain (self->body_form);
  return coach_pain_form_state_get_pain (&self->state);
}

/**
 * coach_pain_form_clear:
 * @self: a form
 *
 * Takes all answers back, and shows the questions.
 */
void
coach_pain_form_clear (CoachPainForm *self)
{
  g_return_if_fail (COACH_IS_PAIN_FORM (self));

  hide_map (self);
  update_map (self);
  self->state = coach_pain_form_state_new ();
  show_state (self);
}

/**
 * coach_pain_form_add_flag:
 * @self: a form
 * @flag: what a leg feels
 * @side: which leg; %COACH_SIDE_NONE for the one that hurts, and both where that is not known
 *
 * Ticks what was said before, for the person to leave or to take away. Before the map is shown.
 */
void
coach_pain_form_add_flag (CoachPainForm  *self,
                          CoachPainFlags  flag,
                          CoachSide       side)
{
  g_return_if_fail (COACH_IS_PAIN_FORM (self));

  if (side == COACH_SIDE_NONE && self->state.sides == COACH_PAIN_SIDE_LEFT)
    side = COACH_SIDE_LEFT;
  else if (side == COACH_SIDE_NONE && self->state.sides == COACH_PAIN_SIDE_RIGHT)
    side = COACH_SIDE_RIGHT;

  if (side != COACH_SIDE_RIGHT)
    self->state.left |= flag;
  if (side != COACH_SIDE_LEFT)
    self->state.right |= flag;
  show_state (self);
}

#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-body-form.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "coach-body-map-state.h"
#include "coach-body-map.h"
#include "coach-reflow-layout.h"
#include "coach-spin-scroll.h"

struct _CoachBodyForm
{
  GtkWidget      parent_instance;

  CoachPain      pain;
  gboolean       is_showing;                     /* whether the widgets are being set by us */

  GtkWidget     *content;
  CoachBodyMap  *map;
  GtkListBox    *zones_list;
  GtkLabel      *anchors_label;
  GtkBox        *flags_box;
  GtkSpinButton *spins[COACH_N_ZONES];           /* (owned by GTK) (nullable) until it has a guide */
  GtkWidget     *toggles[COACH_N_PAIN_FLAGS][2]; /* the same: left and right */
};

typedef enum
{
  SIGNAL_CHANGED,
} CoachBodyFormSignal;

static guint signals[SIGNAL_CHANGED + 1];

/**
 * CoachBodyForm:
 *
 * Where it hurts: the body map, the same as a list, and what each leg feels besides. Both show the
 * same at all times.
 */
G_DEFINE_FINAL_TYPE (CoachBodyForm, coach_body_form, GTK_TYPE_WIDGET)

static void
show_pain (CoachBodyForm *self)
{
  self->is_showing = TRUE;
  coach_body_map_set_pain (self->map, &self->pain);
  for (guint zone = 0; zone < COACH_N_ZONES; zone++)
    gtk_spin_button_set_value (self->spins[zone], self->pain.scores[zone]);
  for (guint i = 0; i < COACH_N_PAIN_FLAGS; i++)
    for (guint side = 0; side < 2; side++)
      gtk_toggle_button_set_active (
          GTK_TOGGLE_BUTTON (self->toggles[i][side]),
          ((side == 0 ? self->pain.left : self->pain.right) & (1u << i)) != 0);
  self->is_showing = FALSE;
}

static CoachPainFlags
read_flags (CoachBodyForm *self,
            guint          side)
{
  CoachPainFlags flags = 0;

  for (guint i = 0; i < COACH_N_PAIN_FLAGS; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->toggles[i][side])))
      flags |= (CoachPainFlags) (1u << i);
  return flags;
}

static void
map_changed_cb (CoachBodyForm *self)
{
  self->pain = *coach_body_map_get_pain (self->map);
  show_pain (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
list_changed_cb (CoachBodyForm *self)
{
  if (self->is_showing)
    return;
  for (guint zone = 0; zone < COACH_N_ZONES; zone++)
    self->pain.scores[zone] = (guint8) gtk_spin_button_get_value_as_int (self->spins[zone]);
  self->pain.left = read_flags (self, 0);
  self->pain.right = read_flags (self, 1);
  coach_body_map_set_pain (self->map, &self->pain);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
coach_body_form_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COACH_TYPE_BODY_FORM);

  G_OBJECT_CLASS (coach_body_form_parent_class)->dispose (object);
}

static void
coach_body_form_class_init (CoachBodyFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_body_form_dispose;

  /**
   * CoachBodyForm::changed:
   *
   * The person said something else.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (COACH_TYPE_BODY_MAP);
  g_type_ensure (COACH_TYPE_REFLOW_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/widgets/coach-body-form.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachBodyForm, content);
  gtk_widget_class_bind_template_child (widget_class, CoachBodyForm, map);
  gtk_widget_class_bind_template_child (widget_class, CoachBodyForm, zones_list);
  gtk_widget_class_bind_template_child (widget_class, CoachBodyForm, anchors_label);
  gtk_widget_class_bind_template_child (widget_class, CoachBodyForm, flags_box);
  gtk_widget_class_bind_template_callback (widget_class, map_changed_cb);
}

static void
coach_body_form_init (CoachBodyForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_zone (CoachBodyForm *self,
          CoachZone      zone,
          const char    *name)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (0, COACH_PAIN_WORST, 1);

  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 2);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (spin), 2);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (list_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->spins[zone] = GTK_SPIN_BUTTON (spin);
  coach_spin_let_page_scroll (self->spins[zone]);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->zones_list, row);
}

static GtkWidget *
make_question (CoachPainFlags  flag,
               const char     *question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *letter = gtk_label_new (coach_body_map_get_flag_letter (flag));
  GtkWidget *label = gtk_label_new (question);

  gtk_widget_add_css_class (letter, "flag");
  gtk_widget_set_valign (letter, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), letter);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
add_flag (CoachBodyForm  *self,
          guint           index,
          CoachPainGuide *guide)
{
  const char *const sides[2] = { C_("leg", "Left"), C_("leg", "Right") };
  CoachPainFlags flag = (CoachPainFlags) (1u << index);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *toggles = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  /* The left leg is on the left, as on the map. */
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    gtk_widget_set_halign (toggles, GTK_ALIGN_END);
  gtk_widget_set_direction (toggles, GTK_TEXT_DIR_LTR);
  gtk_widget_add_css_class (box, "feeling");
  gtk_box_append (GTK_BOX (box),
                  make_question (flag, coach_pain_guide_get_flag_question (guide, flag)));
  gtk_box_append (GTK_BOX (box), toggles);
  for (guint side = 0; side < 2; side++)
    {
      GtkWidget *toggle = gtk_toggle_button_new_with_label (sides[side]);

      gtk_accessible_update_property (
          GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
          coach_body_map_describe_flag (flag, side == 0 ? COACH_SIDE_LEFT : COACH_SIDE_RIGHT), -1);
      gtk_widget_add_css_class (toggle, "chip");
      g_signal_connect_object (toggle, "toggled", G_CALLBACK (list_changed_cb), self,
                               G_CONNECT_SWAPPED);
      self->toggles[index][side] = toggle;
      gtk_box_append (GTK_BOX (toggles), toggle);
    }
  gtk_box_append (self->flags_box, box);
}

/**
 * coach_body_form_set_guide:
 * @self: a form
 * @guide: where the words come from
 *
 * Asks in the words of the clinical content. It may be set once.
 */
void
coach_body_form_set_guide (CoachBodyForm  *self,
                           CoachPainGuide *guide)
{
  g_autofree char *anchors = NULL;

  g_return_if_fail (COACH_IS_BODY_FORM (self));
  g_return_if_fail (COACH_IS_PAIN_GUIDE (guide));
  g_return_if_fail (self->spins[0] == NULL);

  coach_body_map_set_guide (self->map, guide);
  for (guint zone = 0; zone < COACH_N_ZONES; zone++)
    add_zone (self, (CoachZone) zone, coach_pain_guide_get_zone_name (guide, (CoachZone) zone));
  for (guint i = 0; i < COACH_N_PAIN_FLAGS; i++)
    add_flag (self, i, guide);
  anchors = coach_body_map_describe_anchors (guide);
  gtk_label_set_text (self->anchors_label, anchors);
}

/**
 * coach_body_form_set_pain:
 * @self: a form with a guide
 * @pain: where it hurts
 *
 * Shows where it hurts. Nobody is told that it changed.
 */
void
coach_body_form_set_pain (CoachBodyForm   *self,
                          const CoachPain *pain)
{
  g_return_if_fail (COACH_IS_BODY_FORM (self));
  g_return_if_fail (pain != NULL);
  g_return_if_fail (self->spins[0] != NULL);

  self->pain = *pain;
  show_pain (self);
}

/**
 * coach_body_form_get_pain:
 * @self: a form
 *
 * Gets where it hurts and how much.
 *
 * Returns: (transfer none): the answers
 */
const CoachPain *
coach_body_form_get_pain (CoachBodyForm *self)
{
  g_return_val_if_fail (COACH_IS_BODY_FORM (self), NULL);

  return &self->pain;
}

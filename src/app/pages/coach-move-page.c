#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-move-page.h"

#include <glib/gi18n.h>

#include "coach-avoid-page.h"
#include "coach-clip-view.h"
#include "coach-hurts-dialog.h"
#include "coach-hurts-outcome.h"
#include "coach-move-list.h"
#include "coach-order-picker.h"
#include "coach-phrases.h"
#include "coach-text-list.h"
#include "coach-verdict-notice.h"

struct _CoachMovePage
{
  AdwBin              parent_instance;

  CoachAppContext    *context;  /* (owned) (not nullable), given at construction */
  CoachMovement      *movement; /* (owned) (not nullable), given at construction */
  CoachSide           side;     /* the side that clip and texts show */

  AdwWindowTitle     *window_title;
  GtkWidget          *print_button;
  CoachClipView      *clip;
  GtkWidget          *sides;
  GtkToggleButton    *right;
  GtkLabel           *name;
  GtkLabel           *summary;
  GtkLabel           *purpose;
  CoachVerdictNotice *verdict;
  CoachOrderPicker   *order;
  CoachTextList      *steps;
  GtkLabel           *cue;
  GtkLabel           *breathing;
  GtkLabel           *feel;
  CoachTextList      *mistakes;
  GtkLabel           *muscles;
  GtkWidget          *equipment_fact;
  GtkLabel           *equipment;
  GtkLabel           *position;
  CoachMoveList      *easier;
  CoachMoveList      *instead;
};

typedef enum
{
  PROP_CONTEXT = 1,
  PROP_MOVEMENT,
} CoachMovePageProperty;

static GParamSpec *properties[PROP_MOVEMENT + 1];

/**
 * CoachMovePage:
 *
 * All about a movement: how it is done on either side, what it should feel like, what the rules
 * say of it, and what else leads to the same goal.
 */
G_DEFINE_FINAL_TYPE (CoachMovePage, coach_move_page, ADW_TYPE_BIN)

/* As in "Stretch · 30 s × 2 each side · gentle". */
static char *
describe_movement (CoachMovement *movement)
{
  g_autofree char *dose = NULL;

  dose = coach_phrases_describe_dose (coach_movement_get_dose (movement),
                                      coach_movement_is_per_side (movement));
  /* Translators: the kind of exercise, how much of it, and how much it asks */
  return g_strdup_printf (_("%s · %s · %s"),
                          coach_term_get_name (COACH_TERM_GROUP,
                                               coach_movement_get_group (movement)),
                          dose, coach_phrases_get_level (coach_movement_get_level (movement)));
}

/* Clips and pictures show the left side at work. */
static void
show_side (CoachMovePage *self)
{
  g_object_set (self->clip, "mirrored", self->side == COACH_SIDE_RIGHT, NULL);
  coach_text_list_set_items (self->steps, coach_movement_get_steps (self->movement, self->side));
  gtk_label_set_text (self->cue, coach_movement_get_cue (self->movement, self->side));
  gtk_label_set_text (self->feel, coach_movement_get_feel (self->movement, self->side));
}

static void
show_picture (CoachMovePage *self)
{
  CoachMove *move = COACH_MOVE (self->movement);
  CoachPlaces *places = coach_app_context_get_places (self->context);
  g_autofree char *clip = coach_places_find_clip (places, coach_move_get_id (move));
  g_autofree char *still = coach_app_context_find_still (self->context, move);

  g_object_set (self->clip, "clip-path", clip, "still-path", still, "description",
                coach_movement_get_purpose (self->movement), "playing", clip != NULL, NULL);
}

static void
show_texts (CoachMovePage *self)
{
  CoachMovement *movement = self->movement;
  const char *name = coach_move_get_name (COACH_MOVE (movement));
  const char * const *things = coach_movement_get_equipment (movement);
  g_autofree char *summary = describe_movement (movement);
  g_autofree char *equipment = coach_term_join_names (COACH_TERM_EQUIPMENT, things);
  g_autofree char *muscles = NULL;

  muscles = coach_term_join_names (COACH_TERM_MUSCLE, coach_movement_get_muscles (movement));
  adw_window_title_set_title (self->window_title, name);
  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->summary, summary);
  gtk_label_set_text (self->purpose, coach_movement_get_purpose (movement));
  gtk_label_set_text (self->breathing, coach_movement_get_breathing (movement));
  gtk_label_set_text (self->muscles, muscles);
  gtk_label_set_text (self->equipment, equipment);
  gtk_widget_set_visible (self->equipment_fact, things[0] != NULL);
  gtk_label_set_text (self->position,
                      coach_term_get_name (COACH_TERM_POSITION,
                                           coach_movement_get_position (movement)));
  coach_text_list_set_items (self->mistakes, coach_movement_get_mistakes (movement));
}

/* The gentler variant has a heading of its own, so it is not among the others again. */
static void
show_others (CoachMovePage *self)
{
  CoachCatalog *catalog = coach_app_context_get_catalog (self->context);
  CoachProfile *profile = coach_app_context_get_profile (self->context);
  const char *easier_id = coach_movement_get_easier (self->movement);
  g_autoptr (GPtrArray) easier = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) others = NULL;

  others = coach_safety_dup_substitutes (catalog, profile, COACH_MOVE (self->movement));
  for (guint i = 0; i < others->len; i++)
    if (g_strcmp0 (easier_id, coach_move_get_id (g_ptr_array_index (others, i))) == 0)
      {
        g_ptr_array_add (easier, g_object_ref (g_ptr_array_index (others, i)));
        g_ptr_array_remove_index (others, i);
        break;
      }
  coach_move_list_set_moves (self->easier, self->context, easier);
  coach_move_list_set_moves (self->instead, self->context, others);
}

/* What depends on the person. */
static void
update_widgets (CoachMovePage *self)
{
  g_autoptr (CoachVerdict) verdict = NULL;

  verdict = coach_app_context_judge (self->context, COACH_MOVE (self->movement));
  coach_verdict_notice_set_verdict (self->verdict, coach_app_context_get_catalog (self->context),
                                    verdict);
  show_others (self);
}

static void
side_toggled_cb (CoachMovePage *self)
{
  CoachSide side;

  side = gtk_toggle_button_get_active (self->right) ? COACH_SIDE_RIGHT : COACH_SIDE_LEFT;
  if (side == self->side)
    return;
  self->side = side;
  show_side (self);
}

/* That it is left out now, and until when, its verdict says. */
static void
hurts_decided_cb (CoachMovePage    *self,
                  CoachHurtsDialog *dialog)
{
  const CoachHurtsState *hurts = coach_hurts_dialog_get_state (dialog);
  const char *easier = coach_movement_get_easier (self->movement);

  if (hurts->kind != COACH_HURTS_KIND_NONE)
    coach_hurts_outcome_record (self->context, self->movement, FALSE, hurts);
  if (hurts->asks_screening)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-screening", "s",
                                coach_hurts_kind_get_id (hurts->kind));
  else if (easier != NULL && (hurts->action == COACH_HURTS_ACTION_EASIER
                              || hurts->action == COACH_HURTS_ACTION_PAUSE_EASIER))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-move", "s", easier);
}

static void
it_hurt_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  CoachMovePage *self = COACH_MOVE_PAGE (widget);
  CoachProfile *profile = coach_app_context_get_profile (self->context);
  CoachHurtsFacts facts = {
    .before = coach_hurts_outcome_get_before (self->context, FALSE),
    .side = coach_profile_get_side (profile),
  };
  CoachHurtsDialog *dialog;

  dialog = coach_hurts_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                   coach_app_context_get_catalog (self->context),
                                   coach_app_context_get_clock (self->context), self->movement,
                                   &facts);
  g_signal_connect_object (dialog, "decided", G_CALLBACK (hurts_decided_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
profile_changed_cb (CoachMovePage *self)
{
  update_widgets (self);
}

/* One looks first at the side that hurts. */
static void
choose_first_side (CoachMovePage *self)
{
  CoachProfile *profile = coach_app_context_get_profile (self->context);

  self->side = COACH_SIDE_LEFT;
  gtk_widget_set_visible (self->sides, coach_movement_is_per_side (self->movement));
  if (coach_movement_is_per_side (self->movement)
      && coach_profile_get_side (profile) == COACH_SIDE_RIGHT)
    gtk_toggle_button_set_active (self->right, TRUE);
}

static void
coach_move_page_constructed (GObject *object)
{
  CoachMovePage *self = COACH_MOVE_PAGE (object);

  G_OBJECT_CLASS (coach_move_page_parent_class)->constructed (object);

  choose_first_side (self);
  show_picture (self);
  show_texts (self);
  show_side (self);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->print_button), "s",
                                    coach_move_get_id (COACH_MOVE (self->movement)));
  coach_order_picker_set_move (self->order, self->context, COACH_MOVE (self->movement));
  update_widgets (self);
  g_signal_connect_object (coach_app_context_get_profile (self->context), "changed",
                           G_CALLBACK (profile_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
coach_move_page_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  CoachMovePage *self = COACH_MOVE_PAGE (object);

  switch ((CoachMovePageProperty) id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    case PROP_MOVEMENT:
      self->movement = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_move_page_dispose (GObject *object)
{
  CoachMovePage *self = COACH_MOVE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_MOVE_PAGE);
  g_clear_object (&self->movement);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (coach_move_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/lowtide/Lowtide/ui/pages/coach-move-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachMovePage, breathing);
  gtk_widget_class_bind_template_child (widget_class, CoachMovePage, clip);
  gtk_widget_class_bind_template_child (widget_class, CoachMovePage, cue);
  gtk_widget_class_bind_template_child (widget_class, CoachMovePage, easier);
  gtk_widget_class_bind_template_child (widget_class, CoachMovePage, equipment);
  gtk_widget_class_bind_template_child (widget_class, CoachMovePage, equipment_fact);
  gtk_widget_class_bind_template_child (widget_class, CoachMovePage, feel);
  gtk_widget_class_bind_template_child (widget_class, CoachMovePage, instead);
  gtk_widget_class_bind_template_child (widget_class, CoachMovePage, mistakes);
  gtk_widget_class_bind_template_child (widget_class, CoachMovePage, muscles);
  gtk_widget_class_bind_template_child (widget_class, CoachMovePage, name);
  gtk_widget_class_bind_template_child (widget_class, CoachMovePage, order);
  gtk_widget_class_bind_template_child (widget_class, CoachMovePage, position);
  gtk_widget_class_bind_template_child (widget_class, CoachMovePage, print_button);
  gtk_widget_class_bind_template_child (widget_class, CoachMovePage, purpose);
  gtk_widget_class_bind_template_child (widget_class, CoachMovePage, right);
  gtk_widget_class_bind_template_child (widget_class, CoachMovePage, sides);
  gtk_widget_class_bind_template_child (widget_class, CoachMovePage, steps);
  gtk_widget_class_bind_template_child (widget_class, CoachMovePage, summary);
  gtk_widget_class_bind_template_child (widget_class, CoachMovePage, verdict);
  gtk_widget_class_bind_template_child (widget_class, CoachMovePage, window_title);
  gtk_widget_class_bind_template_callback (widget_class, side_toggled_cb);
}

static void
coach_move_page_class_init (CoachMovePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = coach_move_page_constructed;
  object_class->set_property = coach_move_page_set_property;
  object_class->dispose = coach_move_page_dispose;

  properties[PROP_CONTEXT]
      = g_param_spec_object ("context", NULL, NULL, COACH_TYPE_APP_CONTEXT,
                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_MOVEMENT]
      = g_param_spec_object ("movement", NULL, NULL, COACH_TYPE_MOVEMENT,
                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (COACH_TYPE_CLIP_VIEW);
  g_type_ensure (COACH_TYPE_MOVE_LIST);
  g_type_ensure (COACH_TYPE_ORDER_PICKER);
  g_type_ensure (COACH_TYPE_TEXT_LIST);
  g_type_ensure (COACH_TYPE_VERDICT_NOTICE);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "move.it-hurt", NULL, it_hurt_cb);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
coach_move_page_init (CoachMovePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_move_page_new:
 * @context: the content and the person
 * @move: a movement or a move to avoid
 *
 * Makes the page of a move: that of a movement, or that of a move to leave out.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
coach_move_page_new (CoachAppContext *context,
                     CoachMove       *move)
{
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);
  g_return_val_if_fail (COACH_IS_MOVE (move), NULL);

  if (COACH_IS_AVOID_ENTRY (move))
    return coach_avoid_page_new (context, COACH_AVOID_ENTRY (move));
  return g_object_new (COACH_TYPE_MOVE_PAGE, "context", context, "movement", move, NULL);
}

/**
 * coach_move_page_get_movement:
 * @self: a page
 *
 * Gets the movement that it shows.
 *
 * Returns: (transfer none): the movement
 */
CoachMovement *
coach_move_page_get_movement (CoachMovePage *self)
{
  g_return_val_if_fail (COACH_IS_MOVE_PAGE (self), NULL);

  return self->movement;
}

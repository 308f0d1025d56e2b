#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-move-row.h"

#include "coach-move-card-state.h"
#include "coach-still-view.h"
#include "coach-verdict-badge.h"

struct _CoachMoveRow
{
  AdwActionRow       parent_instance;

  CoachAppContext   *context; /* (owned) (not nullable) */
  CoachMove         *move;    /* (owned) (not nullable) */

  CoachStillView    *still;
  CoachVerdictBadge *badge;
};

/**
 * CoachMoveRow:
 *
 * A move in a list: small picture, name, what it is for, verdict. Activated, it shows its page.
 */
G_DEFINE_FINAL_TYPE (CoachMoveRow, coach_move_row, ADW_TYPE_ACTION_ROW)

/* With the box that the row keeps it in, whose room would indent the text. */
static void
show_still (CoachMoveRow *self,
            gboolean      shown)
{
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->still)), shown);
}

static void
update_widgets (CoachMoveRow *self)
{
  g_autoptr (CoachMoveCardState) state = NULL;

  state = coach_move_card_state_from_move (self->context, self->move);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), state->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), state->summary);
  coach_verdict_badge_set_level (self->badge, state->level);
  show_still (self, state->poster_path != NULL);
  coach_still_view_set_still (self->still, coach_still_cache_get_for_context (self->context),
                              state->poster_path);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, state->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, state->description, -1);
}

static void
load_failed_cb (CoachMoveRow *self)
{
  show_still (self, FALSE);
}

static void
profile_changed_cb (CoachMoveRow *self)
{
  update_widgets (self);
}

static void
coach_move_row_dispose (GObject *object)
{
  CoachMoveRow *self = COACH_MOVE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_MOVE_ROW);
  g_clear_object (&self->move);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (coach_move_row_parent_class)->dispose (object);
}

static void
coach_move_row_class_init (CoachMoveRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_move_row_dispose;

  g_type_ensure (COACH_TYPE_STILL_VIEW);
  g_type_ensure (COACH_TYPE_VERDICT_BADGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/widgets/coach-move-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachMoveRow, badge);
  gtk_widget_class_bind_template_child (widget_class, CoachMoveRow, still);
  gtk_widget_class_bind_template_callback (widget_class, load_failed_cb);
}

static void
coach_move_row_init (CoachMoveRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The label says the title; the title's own widget besides would have it read out twice. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/**
 * coach_move_row_new:
 * @context: the content and the person
 * @move: a movement or a move to avoid
 *
 * Makes a row that opens the page of a move.
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
coach_move_row_new (CoachAppContext *context,
                    CoachMove       *move)
{
  CoachMoveRow *self;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);
  g_return_val_if_fail (COACH_IS_MOVE (move), NULL);

  self = g_object_new (COACH_TYPE_MOVE_ROW, NULL);
  self->context = g_object_ref (context);
  self->move = g_object_ref (move);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", coach_move_get_id (move));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.show-move");
  g_signal_connect_object (coach_app_context_get_profile (context), "changed",
                           G_CALLBACK (profile_changed_cb), self, G_CONNECT_SWAPPED);
  update_widgets (self);
  return GTK_WIDGET (self);
}

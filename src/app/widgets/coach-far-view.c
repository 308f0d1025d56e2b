#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-far-view.h"

#include "coach-big-digits.h"
#include "coach-clip-view.h"
#include "coach-far-layout.h"
#include "coach-far-sign.h"
#include "coach-fit-text.h"

struct _CoachFarView
{
  GtkWidget       parent_instance;

  CoachFarTurn    turn;
  CoachFarField   field;
  gboolean        has_field;   /* once something is shown */

  CoachClipView  *clip_view;
  CoachFarSign   *sign;
  CoachFitText   *word;
  CoachBigDigits *digits;
  CoachFitText   *side;
  CoachFitText   *detail;
  CoachFitText   *name;
  GtkWidget      *hurts_button;
};

typedef enum
{
  SIGNAL_CLICKED,
} CoachFarViewSignal;

static guint signals[SIGNAL_CLICKED + 1];

/**
 * CoachFarView:
 *
 * A session as somebody sees it who lies on the floor, two metres away and perhaps on the side: the
 * seconds, a field of colour with a word, the side, and the clip.
 *
 * # CSS
 *
 * One node, `farview`, with a class for the phase: `ready`, `hold`, `move`, `rest`, `switch` or
 * `paused`.
 */
G_DEFINE_FINAL_TYPE (CoachFarView, coach_far_view, GTK_TYPE_WIDGET)

static gboolean
has_picture (CoachFarView *self)
{
  gboolean has;

  g_object_get (self->clip_view, "has-picture", &has, NULL);
  return has;
}

static void
set_field (CoachFarView  *self,
           CoachFarField  field)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (self->has_field && self->field == field)
    return;
  if (self->has_field)
    gtk_widget_remove_css_class (widget, coach_far_field_get_name (self->field));
  gtk_widget_add_css_class (widget, coach_far_field_get_name (field));
  coach_far_sign_set_field (self->sign, field);
  self->field = field;
  self->has_field = TRUE;
}

/* From what somebody sees who lies turned to what is seen upright. */
static GskTransform *
make_turn (CoachFarTurn turn,
           int          width,
           int          height)
{
  GskTransform *moved;

  switch (turn)
    {
    case COACH_FAR_TURN_LEFT:
      moved = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (0, (float) height));
      return gsk_transform_rotate (moved, -90);
    case COACH_FAR_TURN_RIGHT:
      moved = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) width, 0));
      return gsk_transform_rotate (moved, 90);
    case COACH_FAR_TURN_NONE:
    default:
      return NULL;
    }
}

static void
place (GtkWidget         *child,
       const CoachFarBox *box,
       GskTransform      *turn)
{
  graphene_point_t corner = GRAPHENE_POINT_INIT ((float) box->x, (float) box->y);
  GskTransform *transform;

  if (!gtk_widget_should_layout (child))
    return;
  transform = gsk_transform_translate (turn != NULL ? gsk_transform_ref (turn) : NULL, &corner);
  gtk_widget_allocate (child, box->width, box->height, -1, transform);
}

static void
coach_far_view_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  CoachFarView *self = COACH_FAR_VIEW (widget);
  gboolean turned = self->turn != COACH_FAR_TURN_NONE;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  g_autoptr (GskTransform) turn = make_turn (self->turn, width, height);
  int seen_width = turned ? height : width;
  int seen_height = turned ? width : height;
  CoachFarLayout layout = coach_far_layout_find (seen_width, seen_height, has_picture (self), rtl);

  coach_big_digits_set_min_height (self->digits, coach_far_layout_get_digit_height (seen_height));
  place (GTK_WIDGET (self->clip_view), &layout.picture, turn);
  place (GTK_WIDGET (self->sign), &layout.sign, turn);
  place (GTK_WIDGET (self->word), &layout.word, turn);
  place (GTK_WIDGET (self->digits), &layout.digits, turn);
  place (GTK_WIDGET (self->side), &layout.side, turn);
  place (GTK_WIDGET (self->detail), &layout.detail, turn);
  place (GTK_WIDGET (self->name), &layout.name, turn);
  place (self->hurts_button, &layout.hurts, turn);
}

/* It takes what it is given, but its children want to be asked. */
static void
coach_far_view_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int ignored;

      gtk_widget_measure (child, orientation, -1, &ignored, NULL, NULL, NULL);
    }
  *minimum = 1;
  *natural = 1;
}

static void
has_picture_changed_cb (CoachFarView *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->clip_view), has_picture (self));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
released_cb (CoachFarView *self)
{
  g_signal_emit (self, signals[SIGNAL_CLICKED], 0);
}

static void
coach_far_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COACH_TYPE_FAR_VIEW);

  G_OBJECT_CLASS (coach_far_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (COACH_TYPE_BIG_DIGITS);
  g_type_ensure (COACH_TYPE_CLIP_VIEW);
  g_type_ensure (COACH_TYPE_FAR_SIGN);
  g_type_ensure (COACH_TYPE_FIT_TEXT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/widgets/coach-far-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachFarView, clip_view);
  gtk_widget_class_bind_template_child (widget_class, CoachFarView, sign);
  gtk_widget_class_bind_template_child (widget_class, CoachFarView, word);
  gtk_widget_class_bind_template_child (widget_class, CoachFarView, digits);
  gtk_widget_class_bind_template_child (widget_class, CoachFarView, side);
  gtk_widget_class_bind_template_child (widget_class, CoachFarView, detail);
  gtk_widget_class_bind_template_child (widget_class, CoachFarView, name);
  gtk_widget_class_bind_template_child (widget_class, CoachFarView, hurts_button);
  gtk_widget_class_bind_template_callback (widget_class, has_picture_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
}

static void
coach_far_view_class_init (CoachFarViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_far_view_dispose;
  widget_class->measure = coach_far_view_measure;
  widget_class->size_allocate = coach_far_view_size_allocate;

  /**
   * CoachFarView::clicked:
   * @self: the view
   *
   * Somebody pressed it anywhere but on its button.
   */
  signals[SIGNAL_CLICKED] = g_signal_new ("clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "farview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  bind_template (widget_class);
}

static void
coach_far_view_init (CoachFarView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
  has_picture_changed_cb (self);
}

/**
 * coach_far_view_new:
 *
 * Makes a view that shows nothing yet.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
coach_far_view_new (void)
{
  return g_object_new (COACH_TYPE_FAR_VIEW, NULL);
}

/**
 * coach_far_view_set_state:
 * @self: a far view
 * @state: what to show
 *
 * Shows a moment of a session, but for another picture.
 */
void
coach_far_view_set_state (CoachFarView            *self,
                          const CoachFarViewState *state)
{
  gboolean is_other_phase;

  g_return_if_fail (COACH_IS_FAR_VIEW (self));
  g_return_if_fail (state != NULL);

  is_other_phase = !self->has_field || self->field != state->field;
  set_field (self, state->field);
  coach_fit_text_set_text (self->word, state->word);
  coach_fit_text_set_text (self->side, state->side);
  coach_fit_text_set_text (self->detail, state->detail);
  coach_fit_text_set_text (self->name, state->name);
  coach_big_digits_set_text (self->digits, state->digits);
  if (state->digits_words_due || is_other_phase)
    coach_big_digits_set_words (self->digits, state->digits_words);
  g_object_set (self->clip_view, "description", state->name, NULL);
  coach_clip_view_set_mirrored (self->clip_view, state->picture_side == COACH_SIDE_RIGHT);
  coach_clip_view_set_playing (self->clip_view, state->is_moving);
}

/**
 * coach_far_view_set_picture:
 * @self: a far view
 * @clip_path: (nullable): a clip's file
 * @still_path: (nullable): a picture's file
 *
 * Shows the picture of another movement.
 */
void
coach_far_view_set_picture (CoachFarView *self,
                            const char   *clip_path,
                            const char   *still_path)
{
  g_return_if_fail (COACH_IS_FAR_VIEW (self));

  coach_clip_view_set_still_path (self->clip_view, still_path);
  coach_clip_view_set_clip_path (self->clip_view, clip_path);
}

/**
 * coach_far_view_set_turn:
 * @self: a far view
 * @turn: how somebody lies who looks at it
 *
 * Turns all of it.
 */
void
coach_far_view_set_turn (CoachFarView *self,
                         CoachFarTurn  turn)
{
  g_return_if_fail (COACH_IS_FAR_VIEW (self));

  if (self->turn == turn)
    return;
  self->turn = turn;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-body-map.h"

#include <glib/gi18n.h>
#include <math.h>

#include "coach-body-drawing.h"
#include "coach-body-keys.h"
#include "coach-body-map-state.h"
#include "coach-body-zone.h"
#include "coach-css-color.h"
#include "coach-score-popover.h"

/* Below this the calves are too narrow for a number. */
#define MIN_HEIGHT     440
#define NATURAL_HEIGHT 560
/* Around the figure, pixels: lines are wide. */
#define MARGIN         6
/* Where the marks of a leg stand: beside the calves, in heights of the chart. */
#define MARKS_ASIDE    0.13
#define MARKS_AT       0.70
/* What is shown above and below a place that is scrolled to, pixels; and for how many frames at most
 * that may go on. */
#define AROUND         60
#define MAX_WAITS      60

struct _CoachBodyMap
{
  GtkWidget       parent_instance;

  CoachPainGuide *guide;                 /* (owned) (nullable) until it is set */
  CoachBodyChart *chart;                 /* (owned) (not nullable) */
  CoachPain       pain;
  CoachScoreKeys  keys;                  /* digits that were typed */
  int             selected;              /* the zone that is asked about; -1 for none */
  guint           tick_id;               /* 0 unless that is being scrolled to */
  guint           n_waits;               /* frames that it has taken */

  GtkWidget      *zones[COACH_N_ZONES];  /* (owned by GTK) */
  GtkWidget      *side_labels[2];        /* (owned by GTK): "Left", "Right" */
  GtkWidget      *marks[2];              /* (owned by GTK): boxes of letters, of left and right */
  GtkWidget      *popover;               /* (owned by GTK) */
};

typedef enum
{
  SIGNAL_PAIN_CHANGED,
} CoachBodyMapSignal;

static guint signals[SIGNAL_PAIN_CHANGED + 1];

/**
 * CoachBodyMap:
 *
 * The figure from behind with nine zones, each a button with its score. A press asks for the score;
 * arrow keys lead from zone to zone, digits set scores, Delete clears them. The person's left is on
 * the left in every script.
 *
 * # CSS
 *
 * The node `bodymap`, whose `color` draws the lines, with nine of `bodyzone` and two boxes of
 * labels with the class `flag`.
 */
G_DEFINE_FINAL_TYPE (CoachBodyMap, coach_body_map, GTK_TYPE_WIDGET)

static void
update_zone (CoachBodyMap *self,
             CoachZone     zone)
{
  g_autofree char *words
      = coach_body_map_describe_zone (self->guide, zone, self->pain.scores[zone]);

  coach_body_zone_set_score (COACH_BODY_ZONE (self->zones[zone]), self->pain.scores[zone], words);
}

static void
update_marks (CoachBodyMap   *self,
              GtkWidget      *box,
              CoachPainFlags  flags,
              CoachSide       side)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
  for (guint i = 0; i < COACH_N_PAIN_FLAGS; i++)
    {
      CoachPainFlags flag = (CoachPainFlags) (1u << i);
      GtkWidget *label;

      if ((flags & flag) == 0)
        continue;
      label = gtk_label_new (coach_body_map_get_flag_letter (flag));
      gtk_widget_set_tooltip_text (label, coach_body_map_describe_flag (flag, side));
      gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      coach_body_map_describe_flag (flag, side), -1);
      gtk_widget_add_css_class (label, "flag");
      gtk_box_append (GTK_BOX (box), label);
    }
}

static void
update_widgets (CoachBodyMap *self)
{
  if (self->guide == NULL)
    return;
  for (guint zone = 0; zone < COACH_N_ZONES; zone++)
    update_zone (self, (CoachZone) zone);
  update_marks (self, self->marks[0], self->pain.left, COACH_SIDE_LEFT);
  update_marks (self, self->marks[1], self->pain.right, COACH_SIDE_RIGHT);
}

static void
set_score (CoachBodyMap *self,
           CoachZone     zone,
           guint         score)
{
  if (self->pain.scores[zone] == score)
    return;
  self->pain.scores[zone] = (guint8) score;
  if (self->guide != NULL)
    update_zone (self, zone);
  g_signal_emit (self, signals[SIGNAL_PAIN_CHANGED], 0);
}

static void
select_zone (CoachBodyMap *self,
             int           selected)
{
  if (self->selected >= 0)
    coach_body_zone_set_selected (COACH_BODY_ZONE (self->zones[self->selected]), FALSE);
  self->selected = selected;
  if (selected >= 0)
    coach_body_zone_set_selected (COACH_BODY_ZONE (self->zones[selected]), TRUE);
}

/* The zone that keys are about: the one that is asked about, else the one with the focus. */
static int
find_zone_of_keys (CoachBodyMap *self)
{
  if (self->selected >= 0)
    return self->selected;
  for (int zone = 0; zone < COACH_N_ZONES; zone++)
    if (gtk_widget_has_focus (self->zones[zone]))
      return zone;
  return -1;
}

static void
open_popover (CoachBodyMap *self)
{
  GtkWidget *button = self->zones[self->selected];
  GdkRectangle middle;
  double x, y;

  coach_body_zone_get_middle (COACH_BODY_ZONE (button), &middle);
  gtk_widget_translate_coordinates (button, GTK_WIDGET (self), middle.x, middle.y, &x, &y);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                               &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  coach_score_popover_ask (COACH_SCORE_POPOVER (self->popover), self->guide,
                           (CoachZone) self->selected, self->pain.scores[self->selected]);
}

/* Scrolls to what is asked about; tells whether it was in sight already. */
static gboolean
bring_into_sight (CoachBodyMap *self)
{
  GtkWidget *button = self->zones[self->selected];
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  GtkAdjustment *adjustment;
  GdkRectangle middle;
  double x, y, before;

  if (viewport == NULL)
    return TRUE;
  coach_body_zone_get_middle (COACH_BODY_ZONE (button), &middle);
  gtk_widget_translate_coordinates (button, viewport, middle.x, middle.y, &x, &y);
  if (y >= 0 && y < gtk_widget_get_height (viewport))
    return TRUE;
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  before = gtk_adjustment_get_value (adjustment);
  gtk_adjustment_clamp_page (adjustment, before + y - AROUND, before + y + AROUND);
  return FALSE;
}

/* A popover must not point to where nothing is: a frame is drawn first. */
static gboolean
frame_drawn_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  CoachBodyMap *self = COACH_BODY_MAP (widget);

  if (self->selected >= 0 && !bring_into_sight (self) && ++self->n_waits < MAX_WAITS)
    return G_SOURCE_CONTINUE;
  self->tick_id = 0;
  if (self->selected >= 0)
    open_popover (self);
  return G_SOURCE_REMOVE;
}

static void
zone_clicked_cb (CoachBodyMap  *self,
                 CoachBodyZone *button)
{
  if (self->guide == NULL)
    return;
  select_zone (self, (int) coach_body_zone_get_zone (button));
  if (bring_into_sight (self))
    {
      open_popover (self);
      return;
    }
  self->n_waits = 0;
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_drawn_cb, NULL, NULL);
}

/* The focus goes back to the zone that was asked about. */
static void
close_popover (CoachBodyMap *self)
{
  int selected = self->selected;

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (selected >= 0)
    gtk_widget_grab_focus (self->zones[selected]);
}

static void
score_chosen_cb (CoachBodyMap *self,
                 guint         score)
{
  int selected = self->selected;

  close_popover (self);
  if (selected >= 0)
    set_score (self, (CoachZone) selected, score);
}

static void
popover_closed_cb (CoachBodyMap *self)
{
  select_zone (self, -1);
}

static void
take_digit (CoachBodyMap *self,
            CoachZone     zone,
            guint         digit,
            guint32       now_ms)
{
  guint score = coach_score_keys_press (&self->keys, zone, digit, now_ms);

  if (self->selected >= 0)
    close_popover (self);
  set_score (self, zone, score);
}

static gboolean
key_pressed_cb (CoachBodyMap          *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  int zone = find_zone_of_keys (self);
  int digit = coach_body_keys_get_digit (keyval);
  CoachBodyStep step;

  if (zone < 0 || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (digit >= 0)
    {
      take_digit (self, (CoachZone) zone, (guint) digit,
                  gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (controller)));
      return GDK_EVENT_STOP;
    }
  if (self->selected >= 0 || !coach_body_keys_get_step (keyval, &step))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (self->zones[coach_body_map_step ((CoachZone) zone, step)]);
  return GDK_EVENT_STOP;
}

static double
find_place (CoachBodyMap *self,
            double       *x,
            double       *y)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN;
  double height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * MARGIN;
  double scale = fmax (fmin (width / self->chart->width, height), 1);

  *x = MARGIN + (width - scale * self->chart->width) / 2;
  *y = MARGIN + (height - scale) / 2;
  return scale;
}

static void
snapshot_body (CoachBodyMap *self,
               GtkSnapshot  *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                     (float) gtk_widget_get_height (widget)));
  double x, y, scale;
  GdkRGBA ink;

  scale = find_place (self, &x, &y);
  coach_css_color_get (widget, &ink);
  coach_body_figure_draw (self->chart, cr, &ink, x, y, scale);
  cairo_destroy (cr);
}

/* The zone with the focus is drawn last, so that nothing lies over its line. */
static void
coach_body_map_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  CoachBodyMap *self = COACH_BODY_MAP (widget);
  int last = find_zone_of_keys (self);

  snapshot_body (self, snapshot);
  for (int zone = 0; zone < COACH_N_ZONES; zone++)
    if (zone != last)
      gtk_widget_snapshot_child (widget, self->zones[zone], snapshot);
  if (last >= 0)
    gtk_widget_snapshot_child (widget, self->zones[last], snapshot);
  for (guint side = 0; side < 2; side++)
    {
      gtk_widget_snapshot_child (widget, self->marks[side], snapshot);
      gtk_widget_snapshot_child (widget, self->side_labels[side], snapshot);
    }
}

static GtkSizeRequestMode
coach_body_map_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
coach_body_map_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  double share = orientation == GTK_ORIENTATION_HORIZONTAL ? COACH_BODY_MAP (widget)->chart->width : 1;

  *minimum = (int) ceil (MIN_HEIGHT * share) + 2 * MARGIN;
  *natural = (int) ceil (NATURAL_HEIGHT * share) + 2 * MARGIN;
}

/* Around a point of the chart, or beside it: @align is how much of the child is left of the point. */
static void
place_child (GtkWidget *child,
             double     x,
             double     y,
             double     align)
{
  GtkRequisition size;

  gtk_widget_get_preferred_size (child, NULL, &size);
  gtk_widget_size_allocate (child,
                            &(GtkAllocation) { (int) lround (x - size.width * align),
                                               (int) lround (y), size.width, size.height },
                            -1);
}

static void
coach_body_map_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  CoachBodyMap *self = COACH_BODY_MAP (widget);
  double x, y, scale, aside;

  scale = find_place (self, &x, &y);
  aside = MARKS_ASIDE * scale;
  for (guint zone = 0; zone < COACH_N_ZONES; zone++)
    coach_body_zone_place (COACH_BODY_ZONE (self->zones[zone]), x, y, scale);
  place_child (self->side_labels[0], x, y, 0);
  place_child (self->side_labels[1], x + self->chart->width * scale, y, 1);
  place_child (self->marks[0], x + aside - scale * 0.02, y + MARKS_AT * scale, 1);
  place_child (self->marks[1], x + self->chart->width * scale - aside + scale * 0.02,
               y + MARKS_AT * scale, 0);
  gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
coach_body_map_dispose (GObject *object)
{
  CoachBodyMap *self = COACH_BODY_MAP (object);
  GtkWidget *child;

  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  self->selected = -1;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->guide);

  G_OBJECT_CLASS (coach_body_map_parent_class)->dispose (object);
}

static void
coach_body_map_finalize (GObject *object)
{
  g_clear_pointer (&COACH_BODY_MAP (object)->chart, coach_body_chart_free);

  G_OBJECT_CLASS (coach_body_map_parent_class)->finalize (object);
}

static void
coach_body_map_class_init (CoachBodyMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = coach_body_map_dispose;
  object_class->finalize = coach_body_map_finalize;
  widget_class->get_request_mode = coach_body_map_get_request_mode;
  widget_class->measure = coach_body_map_measure;
  widget_class->size_allocate = coach_body_map_size_allocate;
  widget_class->snapshot = coach_body_map_snapshot;

  /**
   * CoachBodyMap::pain-changed:
   *
   * The person gave a zone another score.
   */
  signals[SIGNAL_PAIN_CHANGED]
      = g_signal_new ("pain-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "bodymap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
make_zones (CoachBodyMap *self)
{
  for (guint zone = 0; zone < COACH_N_ZONES; zone++)
    {
      self->zones[zone] = coach_body_zone_new (self->chart, (CoachZone) zone);
      g_signal_connect_object (self->zones[zone], "clicked", G_CALLBACK (zone_clicked_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_widget_set_parent (self->zones[zone], GTK_WIDGET (self));
    }
}

static void
make_labels (CoachBodyMap *self)
{
  const char *const sides[2] = { C_("side of the body", "Left"), C_("side of the body", "Right") };

  for (guint side = 0; side < 2; side++)
    {
      self->side_labels[side] = gtk_label_new (sides[side]);
      gtk_widget_add_css_class (self->side_labels[side], "dim-label");
      gtk_widget_set_parent (self->side_labels[side], GTK_WIDGET (self));
      self->marks[side] = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
      gtk_widget_set_parent (self->marks[side], GTK_WIDGET (self));
    }
}

static void
coach_body_map_init (CoachBodyMap *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->selected = -1;
  self->chart = coach_body_chart_load ();
  make_zones (self);
  make_labels (self);
  self->popover = coach_score_popover_new ();
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_object (self->popover, "chosen", G_CALLBACK (score_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (popover_closed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Body map, seen from behind"), -1);
}

/**
 * coach_body_map_set_guide:
 * @self: a map
 * @guide: where the words come from
 *
 * Names the zones and scores in the words of the clinical content.
 */
void
coach_body_map_set_guide (CoachBodyMap   *self,
                          CoachPainGuide *guide)
{
  g_return_if_fail (COACH_IS_BODY_MAP (self));
  g_return_if_fail (COACH_IS_PAIN_GUIDE (guide));

  g_set_object (&self->guide, guide);
  update_widgets (self);
}

/**
 * coach_body_map_set_pain:
 * @self: a map
 * @pain: where it hurts
 *
 * Shows where it hurts. Nobody is told that it changed.
 */
void
coach_body_map_set_pain (CoachBodyMap    *self,
                         const CoachPain *pain)
{
  g_return_if_fail (COACH_IS_BODY_MAP (self));
  g_return_if_fail (pain != NULL);

  self->pain = *pain;
  update_widgets (self);
}

/**
 * coach_body_map_get_pain:
 * @self: a map
 *
 * Gets where it hurts.
 *
 * Returns: (transfer none): the scores of the map, and the flags as they were set
 */
const CoachPain *
coach_body_map_get_pain (CoachBodyMap *self)
{
  g_return_val_if_fail (COACH_IS_BODY_MAP (self), NULL);

  return &self->pain;
}

/**
 * coach_body_map_get_zone:
 * @self: a map
 * @zone: which zone
 *
 * Gets the button of a zone.
 *
 * Returns: (transfer none): the button
 */
GtkWidget *
coach_body_map_get_zone (CoachBodyMap *self,
                         CoachZone     zone)
{
  g_return_val_if_fail (COACH_IS_BODY_MAP (self), NULL);
  g_return_val_if_fail ((guint) zone < COACH_N_ZONES, NULL);

  return self->zones[zone];
}

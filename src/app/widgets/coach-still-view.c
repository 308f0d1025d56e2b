#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-still-view.h"

/* The proportions of the catalogue's pictures. */
#define RATIO_WIDTH  4
#define RATIO_HEIGHT 3

/* Pixels: with very large text, two cards shall still stand side by side in a usual window. */
#define MAX_NATURAL_WIDTH 420

struct _CoachStillView
{
  GtkWidget         parent_instance;

  CoachStillCache  *cache;         /* (owned) (nullable) */
  char             *path;          /* (owned) (nullable) */
  GdkTexture       *texture;       /* (owned) (nullable) */
  GCancellable     *cancellable;   /* (owned) (nullable): while a picture is loaded */
  int               natural_chars; /* natural width in average characters, so that it grows with
                                    * the text */
  int               loaded_width;  /* pixels that were asked for; 0 when none were */
};

typedef enum
{
  PROP_NATURAL_CHARS = 1,
} CoachStillViewProperty;

typedef enum
{
  LOAD_FAILED,
} CoachStillViewSignal;

static GParamSpec *properties[PROP_NATURAL_CHARS + 1];
static guint signals[LOAD_FAILED + 1];

/**
 * CoachStillView:
 *
 * The picture of a move, in the proportions of 4 to 3, loaded once it is to be seen.
 */
G_DEFINE_FINAL_TYPE (CoachStillView, coach_still_view, GTK_TYPE_WIDGET)

/* A few sizes only, so that resizing a window does not decode all its pictures again. A picture
 * may be stretched a little; the largest size is that of a poster. */
static int
choose_load_width (CoachStillView *self)
{
  static const int widths[] = { 96, 192, 320, 480 };
  int wanted = gtk_widget_get_width (GTK_WIDGET (self))
               * gtk_widget_get_scale_factor (GTK_WIDGET (self)) * 5 / 6;

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    if (widths[i] >= wanted)
      return widths[i];
  return widths[G_N_ELEMENTS (widths) - 1];
}

static void
stop_loading (CoachStillView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
still_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (CoachStillView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  texture = coach_still_cache_load_finish (COACH_STILL_CACHE (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (texture == NULL)
    {
      g_message ("%s: %s", self->path, error->message);
      g_signal_emit (self, signals[LOAD_FAILED], 0);
      return;
    }
  g_set_object (&self->texture, texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Small pictures are never loaded in the place of larger ones: those there are do. */
static void
load_when_seen (CoachStillView *self)
{
  int width;

  if (self->path == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self))
      || gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;
  width = choose_load_width (self);
  if (width <= self->loaded_width)
    return;
  stop_loading (self);
  self->loaded_width = width;
  self->cancellable = g_cancellable_new ();
  coach_still_cache_load_async (self->cache, self->path, width, self->cancellable, still_loaded_cb,
                                g_object_ref (self));
}

static int
get_natural_width (CoachStillView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int char_width = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);
  return MIN (PANGO_PIXELS (char_width * self->natural_chars), MAX_NATURAL_WIDTH);
}

static GtkSizeRequestMode
coach_still_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
coach_still_view_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  int width = get_natural_width (COACH_STILL_VIEW (widget));

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 0;
      *natural = width;
      return;
    }
  /* A minimum that grows with the width is none that containers can reckon with. */
  *minimum = 0;
  *natural = (for_size >= 0 ? for_size : width) * RATIO_HEIGHT / RATIO_WIDTH;
}

static void
coach_still_view_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  load_when_seen (COACH_STILL_VIEW (widget));
}

static void
coach_still_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (coach_still_view_parent_class)->map (widget);
  load_when_seen (COACH_STILL_VIEW (widget));
}

/* What is not seen any more need not be decoded. */
static void
coach_still_view_unmap (GtkWidget *widget)
{
  CoachStillView *self = COACH_STILL_VIEW (widget);

  if (self->cancellable != NULL)
    self->loaded_width = 0;
  stop_loading (self);
  GTK_WIDGET_CLASS (coach_still_view_parent_class)->unmap (widget);
}

/* Fills the widget; what a picture of other proportions has too much is cut off. */
static void
coach_still_view_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  CoachStillView *self = COACH_STILL_VIEW (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  float scale;
  graphene_rect_t area;

  if (self->texture == NULL || width <= 0 || height <= 0)
    return;
  scale = MAX (width / (float) gdk_texture_get_width (self->texture),
               height / (float) gdk_texture_get_height (self->texture));
  graphene_rect_init (&area, 0, 0, scale * (float) gdk_texture_get_width (self->texture),
                      scale * (float) gdk_texture_get_height (self->texture));
  graphene_rect_offset (&area, (width - area.size.width) / 2, (height - area.size.height) / 2);
  gtk_snapshot_append_texture (snapshot, self->texture, &area);
}

static void
coach_still_view_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  CoachStillView *self = COACH_STILL_VIEW (object);

  switch ((CoachStillViewProperty) id)
    {
    case PROP_NATURAL_CHARS:
      self->natural_chars = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_still_view_dispose (GObject *object)
{
  CoachStillView *self = COACH_STILL_VIEW (object);

  stop_loading (self);
  g_clear_object (&self->texture);
  g_clear_object (&self->cache);

  G_OBJECT_CLASS (coach_still_view_parent_class)->dispose (object);
}

static void
coach_still_view_finalize (GObject *object)
{
  g_free (COACH_STILL_VIEW (object)->path);

  G_OBJECT_CLASS (coach_still_view_parent_class)->finalize (object);
}

static void
coach_still_view_class_init (CoachStillViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = coach_still_view_set_property;
  object_class->dispose = coach_still_view_dispose;
  object_class->finalize = coach_still_view_finalize;
  widget_class->get_request_mode = coach_still_view_get_request_mode;
  widget_class->measure = coach_still_view_measure;
  widget_class->size_allocate = coach_still_view_size_allocate;
  widget_class->map = coach_still_view_map;
  widget_class->unmap = coach_still_view_unmap;
  widget_class->snapshot = coach_still_view_snapshot;

  properties[PROP_NATURAL_CHARS]
      = g_param_spec_int ("natural-chars", NULL, NULL, 1, 200, 36,
                          G_PARAM_WRITABLE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * CoachStillView::load-failed:
   * @self: the view
   *
   * Emitted when the picture cannot be read, so that words can stand in for it.
   */
  signals[LOAD_FAILED] = g_signal_new ("load-failed", COACH_TYPE_STILL_VIEW, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "still");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
coach_still_view_init (CoachStillView *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * coach_still_view_set_still:
 * @self: a view
 * @cache: where pictures come from
 * @path: (nullable): the path of a picture
 *
 * Shows a picture, once the view is seen.
 */
void
coach_still_view_set_still (CoachStillView  *self,
                            CoachStillCache *cache,
                            const char      *path)
{
  g_return_if_fail (COACH_IS_STILL_VIEW (self));
  g_return_if_fail (COACH_IS_STILL_CACHE (cache));

  g_set_object (&self->cache, cache);
  if (g_strcmp0 (self->path, path) == 0)
    return;
  stop_loading (self);
  g_free (self->path);
  self->path = g_strdup (path);
  self->loaded_width = 0;
  g_clear_object (&self->texture);
  load_when_seen (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * coach_still_view_has_picture:
 * @self: a view
 *
 * Says whether its picture is loaded.
 *
 * Returns: whether there is something to see
 */
gboolean
coach_still_view_has_picture (CoachStillView *self)
{
  g_return_val_if_fail (COACH_IS_STILL_VIEW (self), FALSE);

  return self->texture != NULL;
}

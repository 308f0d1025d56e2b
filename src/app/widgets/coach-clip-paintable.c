#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-clip-paintable.h"

struct _CoachClipPaintable
{
  GObject       parent_instance;

  GSignalGroup *player_signals; /* (owned) (not nullable): on the player, if there is one */
  CoachFrame   *frame;          /* (owned) (nullable): the newest */
  GdkTexture   *texture;        /* (owned) (nullable): of `frame`, made when first drawn */
  GdkPaintable *still;          /* (owned) (nullable): drawn while there is no frame */
  gboolean      mirrored;
};

static void paintable_iface_init (GdkPaintableInterface *iface);

/**
 * CoachClipPaintable:
 *
 * Paints the newest frame of a player, and a still until there is one.
 *
 * A frame is never copied here: the drawing keeps it alive. What a software renderer draws is a
 * cairo surface on the frame's memory, what a hardware renderer draws is a texture; the layout that
 * the player was asked for decides between them.
 */
G_DEFINE_FINAL_TYPE_WITH_CODE (CoachClipPaintable, coach_clip_paintable, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, paintable_iface_init))

typedef enum
{
  PROP_MIRRORED = 1,
} CoachClipPaintableProperty;

static GParamSpec *properties[PROP_MIRRORED + 1];

/*
 * A drawing is recorded first and done later. A recorded surface is copied, all the pixels of it,
 * when it goes; a raster source is asked for them when it is drawn, and only keeps the frame.
 */
static cairo_surface_t *
pixels_wanted_cb (cairo_pattern_t             *pattern,
                  void                        *callback_data,
                  cairo_surface_t             *target,
                  const cairo_rectangle_int_t *extents)
{
  CoachFrame *frame = callback_data;

  /* Cairo takes memory it may write to; a source is only ever read. */
  return cairo_image_surface_create_for_data ((guchar *) coach_frame_get_data (frame),
                                              CAIRO_FORMAT_RGB24,
                                              coach_frame_get_width (frame),
                                              coach_frame_get_height (frame),
                                              coach_frame_get_stride (frame));
}

static void
pixels_drawn_cb (cairo_pattern_t *pattern,
                 void            *callback_data,
                 cairo_surface_t *surface)
{
  cairo_surface_destroy (surface);
}

static cairo_status_t
pattern_copied_cb (cairo_pattern_t       *pattern,
                   void                  *callback_data,
                   const cairo_pattern_t *other)
{
  coach_frame_ref (callback_data);
  return CAIRO_STATUS_SUCCESS;
}

static void
pattern_finished_cb (cairo_pattern_t *pattern,
                     void            *callback_data)
{
  coach_frame_unref (callback_data);
}

static cairo_pattern_t *
pattern_from_frame (CoachFrame *frame)
{
  cairo_pattern_t *pattern;

  pattern = cairo_pattern_create_raster_source (coach_frame_ref (frame), CAIRO_CONTENT_COLOR,
                                                coach_frame_get_width (frame),
                                                coach_frame_get_height (frame));
  cairo_raster_source_pattern_set_acquire (pattern, pixels_wanted_cb, pixels_drawn_cb);
  cairo_raster_source_pattern_set_copy (pattern, pattern_copied_cb);
  cairo_raster_source_pattern_set_finish (pattern, pattern_finished_cb);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_BILINEAR);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_PAD);
  return pattern;
}

static GdkTexture *
texture_from_frame (CoachFrame *frame)
{
  gsize stride = (gsize) coach_frame_get_stride (frame);
  g_autoptr (GBytes) bytes = NULL;

  bytes = g_bytes_new_with_free_func (coach_frame_get_data (frame),
                                      stride * (gsize) coach_frame_get_height (frame),
                                      (GDestroyNotify) coach_frame_unref, coach_frame_ref (frame));
  return gdk_memory_texture_new (coach_frame_get_width (frame), coach_frame_get_height (frame),
                                 GDK_MEMORY_B8G8R8A8_PREMULTIPLIED, bytes, stride);
}

/* In 4.8 the software renderer converts a texture through floats, frame by frame; this is free. */
static void
draw_with_cairo (CoachClipPaintable *self,
                 GtkSnapshot        *snapshot,
                 double              width,
                 double              height)
{
  cairo_pattern_t *pattern = pattern_from_frame (self->frame);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  cairo_scale (cr, width / coach_frame_get_width (self->frame),
               height / coach_frame_get_height (self->frame));
  if (self->mirrored)
    {
      cairo_translate (cr, coach_frame_get_width (self->frame), 0);
      cairo_scale (cr, -1, 1);
    }
  cairo_set_source (cr, pattern);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_paint (cr);
  cairo_pattern_destroy (pattern);
  cairo_destroy (cr);
}

static void
draw_paintable (CoachClipPaintable *self,
                GdkPaintable       *paintable,
                GtkSnapshot        *snapshot,
                double              width,
                double              height)
{
  gtk_snapshot_save (snapshot);
  if (self->mirrored)
    {
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (width, 0));
      gtk_snapshot_scale (snapshot, -1, 1);
    }
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  gtk_snapshot_restore (snapshot);
}

static void
draw_frame (CoachClipPaintable *self,
            GtkSnapshot        *snapshot,
            double              width,
            double              height)
{
  switch (coach_frame_get_layout (self->frame))
    {
    case COACH_PIXEL_LAYOUT_BGRX:
      draw_with_cairo (self, snapshot, width, height);
      break;
    case COACH_PIXEL_LAYOUT_BGRA:
      if (self->texture == NULL)
        self->texture = texture_from_frame (self->frame);
      draw_paintable (self, GDK_PAINTABLE (self->texture), snapshot, width, height);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
take_frame (CoachClipPaintable *self,
            CoachFrame         *frame)
{
  int width = gdk_paintable_get_intrinsic_width (GDK_PAINTABLE (self));
  int height = gdk_paintable_get_intrinsic_height (GDK_PAINTABLE (self));

  g_clear_object (&self->texture);
  g_clear_pointer (&self->frame, coach_frame_unref);
  if (frame != NULL)
    self->frame = coach_frame_ref (frame);

  if (gdk_paintable_get_intrinsic_width (GDK_PAINTABLE (self)) != width
      || gdk_paintable_get_intrinsic_height (GDK_PAINTABLE (self)) != height)
    gdk_paintable_invalidate_size (GDK_PAINTABLE (self));
  gdk_paintable_invalidate_contents (GDK_PAINTABLE (self));
}

static void
frame_changed_cb (CoachClipPaintable *self,
                  GParamSpec         *pspec,
                  CoachPlayer        *player)
{
  take_frame (self, coach_player_get_frame (player));
}

static void
paintable_snapshot (GdkPaintable *paintable,
                    GdkSnapshot  *snapshot,
                    double        width,
                    double        height)
{
  CoachClipPaintable *self = COACH_CLIP_PAINTABLE (paintable);

  if (self->frame != NULL)
    draw_frame (self, snapshot, width, height);
  else if (self->still != NULL)
    draw_paintable (self, self->still, snapshot, width, height);
}

static int
paintable_get_intrinsic_width (GdkPaintable *paintable)
{
  CoachClipPaintable *self = COACH_CLIP_PAINTABLE (paintable);

  if (self->frame != NULL)
    return coach_frame_get_width (self->frame);
  return self->still != NULL ? gdk_paintable_get_intrinsic_width (self->still) : 0;
}

static int
paintable_get_intrinsic_height (GdkPaintable *paintable)
{
  CoachClipPaintable *self = COACH_CLIP_PAINTABLE (paintable);

  if (self->frame != NULL)
    return coach_frame_get_height (self->frame);
  return self->still != NULL ? gdk_paintable_get_intrinsic_height (self->still) : 0;
}

static void
paintable_iface_init (GdkPaintableInterface *iface)
{
  iface->snapshot = paintable_snapshot;
  iface->get_intrinsic_width = paintable_get_intrinsic_width;
  iface->get_intrinsic_height = paintable_get_intrinsic_height;
}

static void
coach_clip_paintable_dispose (GObject *object)
{
  CoachClipPaintable *self = COACH_CLIP_PAINTABLE (object);

  g_clear_object (&self->player_signals);
  g_clear_object (&self->texture);
  g_clear_object (&self->still);
  g_clear_pointer (&self->frame, coach_frame_unref);

  G_OBJECT_CLASS (coach_clip_paintable_parent_class)->dispose (object);
}

static void
coach_clip_paintable_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  CoachClipPaintable *self = COACH_CLIP_PAINTABLE (object);

  switch ((CoachClipPaintableProperty) prop_id)
    {
    case PROP_MIRRORED:
      g_value_set_boolean (value, self->mirrored);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
coach_clip_paintable_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  CoachClipPaintable *self = COACH_CLIP_PAINTABLE (object);

  switch ((CoachClipPaintableProperty) prop_id)
    {
    case PROP_MIRRORED:
      coach_clip_paintable_set_mirrored (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
coach_clip_paintable_class_init (CoachClipPaintableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = coach_clip_paintable_dispose;
  object_class->get_property = coach_clip_paintable_get_property;
  object_class->set_property = coach_clip_paintable_set_property;

  /**
   * CoachClipPaintable:mirrored:
   *
   * Whether left and right are exchanged, in frames and still alike.
   */
  properties[PROP_MIRRORED] = g_param_spec_boolean ("mirrored", NULL, NULL, FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                      | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
coach_clip_paintable_init (CoachClipPaintable *self)
{
  self->player_signals = g_signal_group_new (COACH_TYPE_PLAYER);
  g_signal_group_connect_swapped (self->player_signals, "notify::frame",
                                  G_CALLBACK (frame_changed_cb), self);
}

/**
 * coach_clip_paintable_new:
 *
 * Makes a paintable that paints nothing yet.
 *
 * Returns: (transfer full): the paintable
 */
CoachClipPaintable *
coach_clip_paintable_new (void)
{
  return g_object_new (COACH_TYPE_CLIP_PAINTABLE, NULL);
}

/**
 * coach_clip_paintable_set_player:
 * @self: a paintable
 * @player: (nullable): whose frames to paint, or %NULL for the still
 *
 * Follows another player. The last one's frame is let go of.
 */
void
coach_clip_paintable_set_player (CoachClipPaintable *self,
                                 CoachPlayer        *player)
{
  g_return_if_fail (COACH_IS_CLIP_PAINTABLE (self));
  g_return_if_fail (player == NULL || COACH_IS_PLAYER (player));

  g_signal_group_set_target (self->player_signals, player);
  take_frame (self, player != NULL ? coach_player_get_frame (player) : NULL);
}

/**
 * coach_clip_paintable_set_still:
 * @self: a paintable
 * @still: (nullable): a picture
 *
 * Sets what is painted while there is no frame.
 */
void
coach_clip_paintable_set_still (CoachClipPaintable *self,
                                GdkPaintable       *still)
{
  g_return_if_fail (COACH_IS_CLIP_PAINTABLE (self));
  g_return_if_fail (still == NULL || GDK_IS_PAINTABLE (still));

  if (!g_set_object (&self->still, still) || self->frame != NULL)
    return;
  gdk_paintable_invalidate_size (GDK_PAINTABLE (self));
  gdk_paintable_invalidate_contents (GDK_PAINTABLE (self));
}

/**
 * coach_clip_paintable_get_mirrored:
 * @self: a paintable
 *
 * Gets whether left and right are exchanged.
 *
 * Returns: what was set last
 */
gboolean
coach_clip_paintable_get_mirrored (CoachClipPaintable *self)
{
  g_return_val_if_fail (COACH_IS_CLIP_PAINTABLE (self), FALSE);

  return self->mirrored;
}

/**
 * coach_clip_paintable_set_mirrored:
 * @self: a paintable
 * @mirrored: whether left and right are exchanged
 *
 * Shows the other side at work, by drawing alone.
 */
void
coach_clip_paintable_set_mirrored (CoachClipPaintable *self,
                                   gboolean            mirrored)
{
  g_return_if_fail (COACH_IS_CLIP_PAINTABLE (self));

  mirrored = !!mirrored;
  if (self->mirrored == mirrored)
    return;
  self->mirrored = mirrored;
  gdk_paintable_invalidate_contents (GDK_PAINTABLE (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MIRRORED]);
}

/**
 * coach_clip_paintable_has_frame:
 * @self: a paintable
 *
 * Gets whether a frame of the player is painted, rather than the still or nothing.
 *
 * Returns: whether there is a frame
 */
gboolean
coach_clip_paintable_has_frame (CoachClipPaintable *self)
{
  g_return_val_if_fail (COACH_IS_CLIP_PAINTABLE (self), FALSE);

  return self->frame != NULL;
}
